const zh = {
  home: '首页',
  desk: '待办',
  overview: '建议办理',
  list: '建议',
  figures: '统计',
  write: '提建议',
  one: '建议详情',
  edit: '修改建议',
  cosign: '请您联名',
  submitted: '已提交',
}
const en: typeof zh = {
  home: 'Home',
  desk: 'To do',
  overview: 'Handling of suggestions',
  list: 'Suggestions',
  figures: 'Figures',
  write: 'Write a suggestion',
  one: 'Suggestion',
  edit: 'Edit the suggestion',
  cosign: 'Co-sign',
  submitted: 'Submitted',
}

/** Titles of the pages; apart from the other words, so that the first page does not load them all. */
export const pageWords = { zh, en }
