const zh = {
  login: '登录名或手机号',
  password: '密码',
  signIn: '登录',
  loginMissing: '请填写登录名或手机号。',
  passwordMissing: '请填写密码。',
  codeMissing: '请填写动态口令或备用码。',
  expired: '登录已过期，内容没有丢。登录后继续。',
  codeTitle: '第二步：动态口令',
  code: '动态口令或备用码',
  codeHint: '手机验证器上的 6 位数字；没带手机时用一个备用码。',
  enter: '继续',
  startOver: '换一个账号',
  elsewhere: '用统一身份认证登录',
  forgotten: '忘记密码，请本单位的系统管理员重置。',
  demo: '演示账号',
  demoHint: '点一下直接登录，数据都是虚构的。',
  duty: {
    change_password: '您的密码是临时的或已经到期，请先换一个新密码。',
    enrol_second_factor: '您的角色必须使用动态口令，请先绑定。',
  },
}

const en: typeof zh = {
  login: 'Login or mobile number',
  password: 'Password',
  signIn: 'Sign in',
  loginMissing: 'Enter your login or mobile number.',
  passwordMissing: 'Enter your password.',
  codeMissing: 'Enter the one-time code or a rescue code.',
  expired: 'Your session has ended; nothing is lost. Sign in to go on.',
  codeTitle: 'Second step: one-time code',
  code: 'One-time code or rescue code',
  codeHint: 'The 6 digits of your authenticator, or one of your rescue codes.',
  enter: 'Continue',
  startOver: 'Use another account',
  elsewhere: 'Sign in with the unified identity service',
  forgotten: 'Forgot the password? The system administrator of your office resets it.',
  demo: 'Demonstration accounts',
  demoHint: 'One click signs in. All data is invented.',
  duty: {
    change_password: 'Your password is temporary or has expired. Choose a new one first.',
    enrol_second_factor: 'Your role must use one-time codes. Set them up first.',
  },
}

export const signInWords = { zh, en }
