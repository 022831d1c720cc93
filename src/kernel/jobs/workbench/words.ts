const zh = {
  lead: '失败多次的作业停放在这里，等您处理；下面是每天自动做的事。',
  parked: '停放的作业',
  noneParked: '没有停放的作业，后台一切正常。',
  attempts: (n: number) => `已试 ${n} 次`,
  failedAt: (at: string) => `最后一次 ${at}`,
  noProblem: '没有留下原因。',
  hint: '先看原因；网络或对方系统恢复后，可以再执行一次。同样的原因又停放时，请把作业名和原因发给技术支持。',
  retry: '再执行一次',
  retryName: (name: string) => `再执行一次：${name}`,
  retried: '已排队，马上执行',
  caption: '自动执行的作业，时间是北京时间',
  what: '做什么',
  when: '什么时候',
  last: '上次',
  name: '作业名',
  never: '还没有执行过',
}

const en: typeof zh = {
  lead: 'Jobs that failed too often wait here for you; below is what runs by itself.',
  parked: 'Parked jobs',
  noneParked: 'Nothing is parked; all is well in the background.',
  attempts: (n) => `Tried ${n} times`,
  failedAt: (at) => `Last ${at}`,
  noProblem: 'No reason was left.',
  hint: 'Read the reason first; once the network or the other system is back, run it again. If it parks again, send its name and reason to support.',
  retry: 'Run again',
  retryName: (name) => `Run again: ${name}`,
  retried: 'Queued, it runs now',
  caption: 'What runs by itself, in Beijing time',
  what: 'What',
  when: 'When',
  last: 'Last run',
  name: 'Job',
  never: 'Never yet',
}

export const words = { zh, en }
