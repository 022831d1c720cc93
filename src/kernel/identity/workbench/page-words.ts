const zh = {
  account: '我的账号',
  accountTab: '我的',
  accounts: '账号与角色',
  newAccount: '开户',
  oneAccount: '账号',
  policy: '密码与口令规定',
  policyTab: '密码规定',
  audit: '审计日志',
}
const en: typeof zh = {
  account: 'My account',
  accountTab: 'Mine',
  accounts: 'Accounts and roles',
  newAccount: 'Open an account',
  oneAccount: 'Account',
  policy: 'Passwords and one-time codes',
  policyTab: 'Password rules',
  audit: 'Audit log',
}

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
