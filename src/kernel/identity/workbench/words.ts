const zh = {
  login: '账号或手机号',
  password: '密码',
  signIn: '登录',
  code: '动态口令',
  codeHint: '手机验证器上的 6 位数字；没带手机时可用救援码。',
  enter: '继续',
  startOver: '换一个账号',
  elsewhere: '用统一身份认证登录',
  demo: '演示账号',
  demoHint: '点一下直接登录，数据都是虚构的。',
}

const en: typeof zh = {
  login: 'Account or mobile number',
  password: 'Password',
  signIn: 'Sign in',
  code: 'One-time code',
  codeHint: 'The 6 digits of your authenticator, or a rescue code.',
  enter: 'Continue',
  startOver: 'Use another account',
  elsewhere: 'Sign in with the unified identity service',
  demo: 'Demonstration accounts',
  demoHint: 'One click signs in. All data is invented.',
}

export const signInWords = { zh, en }
