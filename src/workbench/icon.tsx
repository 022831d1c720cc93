/** 24 px outlines for the rail; always drawn beside a word. */
const paths = {
  todo: 'M4 6h2M4 12h2M4 18h2M10 6h10M10 12h10M10 18h10',
  home: 'M4 11l8-7 8 7v9h-5v-6H9v6H4z',
  suggestion: 'M5 4h14v12H12l-4 4v-4H5z',
  ledger: 'M5 3h14v18H5zM9 8h6M9 12h6M9 16h4',
  draft: 'M6 3h9l4 4v14H6zM14 3v5h5M9 13h7M9 17h5',
  opinion: 'M4 5h16v11H9l-5 4zM8 9h8M8 12h5',
  activity: 'M4 6h16v15H4zM4 10h16M8 3v4M16 3v4',
  person: 'M12 4a4 4 0 1 1 0 8 4 4 0 0 1 0-8zM4 21c0-4 4-6 8-6s8 2 8 6',
  people: 'M9 5a3 3 0 1 1 0 6 3 3 0 0 1 0-6zM3 19c0-3 3-5 6-5s6 2 6 5M16 6a3 3 0 0 1 0 5M17 14c2 .6 4 2.3 4 5',
  station: 'M4 21V9l8-5 8 5v12M9 21v-6h6v6',
  chart: 'M4 20h16M7 20v-7M12 20V6M17 20v-10',
  star: 'M12 4l2.5 5.2 5.5.8-4 4 1 5.7-5-2.7-5 2.7 1-5.7-4-4 5.5-.8z',
  flag: 'M6 21V4h12l-3 4 3 4H6',
  settings: 'M4 7h10M18 7h2M4 17h2M10 17h10M14 5v4M6 15v4',
  archive: 'M4 5h16v4H4zM5 9v11h14V9M10 13h4',
  shield: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6z',
  message: 'M4 6h16v12H4zM4 7l8 6 8-6',
  search: 'M11 5a6 6 0 1 1 0 12 6 6 0 0 1 0-12zM15.5 15.5L20 20',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l2 2H4zM10 21h4',
  tasks: 'M5 12l4 4L19 6',
  tag: 'M4 4h8l8 8-8 8-8-8zM8.5 8.5h.01',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
} as const

export type IconName = keyof typeof paths

/** An outline icon; decoration, the word beside it carries the meaning. */
export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="icon" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
      <path d={paths[name]} fill="none" stroke="currentColor" strokeWidth="1.75" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  )
}
