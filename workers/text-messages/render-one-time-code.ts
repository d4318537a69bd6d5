/** One text message of 70 characters at most, which tells a stranger nothing but that somebody asked for a code. */
export function renderOneTimeCode(code: string): string {
  return `【和议】查询验证码${code}，10分钟内有效，勿告他人。非本人操作请忽略。Your code, good for 10 minutes.`;
}
