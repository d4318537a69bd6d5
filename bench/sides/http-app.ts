import { Queue } from 'bullmq';
import { Redis } from 'ioredis';
import mongoose from 'mongoose';
import { pino } from 'pino';
import { z } from 'zod';
import { buildApp } from '../../server/app.ts';
import { compose } from '../../server/compose.ts';
import { appServer } from '../../server/http/app-server.ts';
import { authenticate, identify } from '../../server/http/authenticate.ts';
import { once } from '../../server/http/once.ts';
import { paged } from '../../server/http/paged.ts';
import { webMetrics } from '../../server/operations/web-metrics.ts';
import { answerOrders } from '../frame/answer-orders.ts';
import { listenOnSparePort } from '../frame/listen-on-spare-port.ts';
import { SHOWN_CASE, SHOWN_PAGE, STUB_CASE, STUB_CODE } from '../http/stub-cases.ts';
import { checkStubLogin } from '../http/stub-login.ts';

const SECRET = Buffer.alloc(32, 'a secret of the bench');
const noLimit = async () => async () => undefined;
const noKeys = () => Promise.reject(new Error('No key is sent here.'));

/** The stores answer from memory: behind the whole application there is neither a database nor Redis. */
function stubServices() {
  const services = compose({
    connection: mongoose.createConnection(),
    secret: SECRET,
    masterKeys: [SECRET],
    setupToken: undefined,
    now: () => new Date(),
    loginHours: 1,
  });
  const identifies = identify(checkStubLogin);
  const authenticates = authenticate(identifies);
  return {
    ...services,
    identify: identifies,
    authenticate: authenticates,
    once: once({ authenticate: authenticates, claimKey: noKeys }),
    paged: paged({ authenticate: authenticates, listCursors: services.listCursors }),
    recordAccess: async () => undefined,
    registerCase: async () => ({ subject: STUB_CASE, code: STUB_CODE }),
    findDuplicates: async () => [],
    readCases: {
      show: async () => SHOWN_CASE,
      one: async () => SHOWN_CASE,
      page: async () => ({ cases: SHOWN_PAGE.cases, next: null }),
    },
  };
}

/** The web application as server/main.ts runs it, log included, over stores that hold one case. */
answerOrders(z.object({}), async () => {
  const services = stubServices();
  // The page of the queue wants one; nobody opens the page, and no Redis answers.
  const redis = new Redis({ lazyConnect: true, retryStrategy: () => null, maxRetriesPerRequest: 1 });
  const queue = new Queue('bench', { connection: redis, skipWaitingForReady: true });
  for (const silent of [redis, queue]) silent.on('error', () => undefined);
  const readiness = () => Promise.reject(new Error('Nobody asks for readiness here.'));
  const app = buildApp({
    ...services,
    logger: pino({ level: 'info', name: 'web' }),
    readiness,
    queue,
    metrics: webMetrics({ ...services, readiness, jobCounts: async () => ({}) }),
    metricsToken: undefined,
    publicUrl: 'http://localhost',
    limitLogins: noLimit,
    limitLookups: noLimit,
    slowCaseLookups: noLimit,
    limitCodes: noLimit,
    limitPhoneCodes: noLimit,
    limitPhoneCodesADay: noLimit,
  });
  return { url: await listenOnSparePort(appServer(app)) };
});
