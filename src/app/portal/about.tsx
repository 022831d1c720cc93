import { pick, type Locale } from '#lib/pure/words.ts'
import { Block, Page, PageTitle, Prose, type Frame } from '#portal/kit.ts'

export const aboutTopics = ['accessibility', 'privacy', 'corrections'] as const
export type AboutTopic = (typeof aboutTopics)[number]

type Text = { title: string; paragraphs: readonly string[] }

const zh: Record<AboutTopic, Text> = {
  accessibility: {
    title: '无障碍声明',
    paragraphs: [
      '本站公开页面按 WCAG 2.2 AA 和 GB/T 37668-2019 二级制作：可以只用键盘操作，可以放大到 200%，不依赖颜色表达意思，不需要 JavaScript。',
      '右上角“大字”把文字和按钮放大，“深色”换成深底浅字；选择会记在本机。',
      '遇到看不清、点不到、读屏软件读不出的地方，请通过“网站纠错”告诉我们。',
    ],
  },
  privacy: {
    title: '隐私说明',
    paragraphs: [
      '看公开页面不需要登录，不收集您的个人信息，也不使用第三方统计。',
      '本站只在您选择“大字”“深色”或语言时，在您的浏览器里记下这个选择。',
      '公开的建议不含代表和承办人员的电话；代表不同意公开全文的，只显示标题和进度。',
    ],
  },
  corrections: {
    title: '网站纠错',
    paragraphs: ['发现错字、打不开的链接或不对的数字，请把页面地址和问题写信或打电话告诉主办单位的办公厅，我们核对后更正。'],
  },
}

const en: Record<AboutTopic, Text> = {
  accessibility: {
    title: 'Accessibility',
    paragraphs: [
      'The public pages follow WCAG 2.2 AA and GB/T 37668-2019 level 2: they work by keyboard, at 200% zoom, without colour and without JavaScript.',
      '“Large text” enlarges text and buttons, “Dark” turns the colours round; your browser keeps the choice.',
      'Please tell us through “Report an error” where something cannot be seen, reached or read aloud.',
    ],
  },
  privacy: {
    title: 'Privacy',
    paragraphs: [
      'Reading the public pages needs no sign-in, collects no personal information and uses no third-party statistics.',
      'Only your choice of large text, dark colours or language is kept, in your own browser.',
      'Published suggestions carry no telephone numbers; where a deputy keeps the text back, only title and progress are shown.',
    ],
  },
  corrections: {
    title: 'Report an error',
    paragraphs: [
      'Please write to or call the general office of the congress with the address of the page and what is wrong; we check and correct it.',
    ],
  },
}

export const aboutWords: { zh: Record<AboutTopic, Text>; en: Record<AboutTopic, Text> } = { zh, en }

/** The statements that every public site carries. */
export function AboutPage({ frame, topic }: { frame: Frame; topic: AboutTopic }) {
  const { title, paragraphs } = textOf(topic, frame.locale)
  return (
    <Page {...frame} title={title}>
      <PageTitle>{title}</PageTitle>
      <Block>
        <Prose>
          {paragraphs.map((paragraph) => (
            <p key={paragraph}>{paragraph}</p>
          ))}
        </Prose>
      </Block>
    </Page>
  )
}

function textOf(topic: AboutTopic, locale: Locale): Text {
  return pick(locale, aboutWords)[topic]
}
