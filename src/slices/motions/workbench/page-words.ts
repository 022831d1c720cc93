const zh = {
  list: '议案',
  write: '提议案',
  one: '议案详情',
  edit: '修改议案',
  cosign: '联名确认',
  settings: '议案设置',
}
const en: typeof zh = {
  list: 'Motions',
  write: 'Write a motion',
  one: 'Motion',
  edit: 'Edit the motion',
  cosign: 'Co-sign',
  settings: 'Settings of motions',
}

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
