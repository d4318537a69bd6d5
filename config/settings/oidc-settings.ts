import { z } from 'zod';
import { httpsAddress } from './https-address.ts';
import { settingTexts } from './setting-text.ts';

/** Of the provider of identities that staff may log in by. */
export const oidcSettings = {
  OIDC_ISSUER: httpsAddress()
    .optional()
    .register(settingTexts, {
      en: 'The provider of identities (OpenID Connect) that staff may log in by, beside their passwords: its issuer, as it names itself. http only on this machine.',
      zh: '工作人员可用于登录的统一身份认证服务（OpenID Connect）的 issuer 地址，与密码登录并存。仅本机可用 http。',
      leftOut: 'staff log in by password only',
      example: 'https://id.example.org/realms/union',
      remedy:
        'Set it to the issuer in the .well-known/openid-configuration of your provider, or leave it out',
      aliases: ['OIDC_URL', 'OIDC_ISSUER_URL', 'OPENID_ISSUER'],
    }),
  OIDC_CLIENT_ID: z.string().optional().register(settingTexts, {
    en: 'What this service is called at the provider. Needed with OIDC_ISSUER. The provider must know PUBLIC_URL/api/v1/sessions/oidc/callback as its redirect address.',
    zh: '本服务在统一身份认证服务中的客户端编号。设置 OIDC_ISSUER 时必须设置，并在对方登记回调地址 PUBLIC_URL/api/v1/sessions/oidc/callback。',
    leftOut: 'staff log in by password only',
    example: 'heyi',
    remedy: 'Set it to the client id that your provider gave to this service',
  }),
  OIDC_CLIENT_SECRET: z.string().optional().register(settingTexts, {
    en: 'The secret of this service at the provider. Needed with OIDC_ISSUER.',
    zh: '本服务在统一身份认证服务中的客户端密钥。设置 OIDC_ISSUER 时必须设置。',
    leftOut: 'staff log in by password only',
    example: 'as your provider gave it out',
    remedy: 'Set it to the client secret that your provider gave to this service',
    secret: true,
  }),
  OIDC_RETURN_URL: httpsAddress().optional().register(settingTexts, {
    en: 'Where the browser goes when the provider has said who it is: a page of the same site, which then sends POST /api/v1/sessions/oidc.',
    zh: '统一身份认证通过后浏览器前往的同站页面，由该页面发送 POST /api/v1/sessions/oidc。',
    leftOut: 'the browser is told in JSON',
    example: 'https://mediation.example.org/app',
    remedy: 'Set it to the https address of a page of your client, or leave it out',
  }),
};
