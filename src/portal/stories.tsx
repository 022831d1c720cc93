import type { Frame } from './kit.ts'
import {
  BarRows,
  BeforeAfter,
  BeforeAfterPlot,
  Block,
  Button,
  ButtonLink,
  CaseRecord,
  Columns,
  DataTable,
  DueWeeks,
  Empty,
  ErrorSummary,
  Facts,
  Field,
  Figures,
  FilterForm,
  Form,
  KeysetPager,
  ListCards,
  Notice,
  Page,
  PageTitle,
  Prose,
  Section,
  ShadedTable,
  Sparkline,
  Split,
  StackedBar,
  StackedRows,
  Status,
  StepLines,
  Timeline,
  UnitBars,
} from './kit.ts'

/** Sample pages that show every component of the kit; the tests and the eye look at them. */
export const stories = { home: Home, list: List, item: Item, form: FormPage, plots: Plots, empty: EmptyPage }

/** A frame for pages in tests: a fictional city, standard view. */
export const sampleFrame: Frame = {
  congress: { name: '示例市人大', organiser: '示例市人大常委会办公厅', siteCode: '0000000000', icp: '示例备00000000号' },
  path: '/drafts',
  origin: 'https://city.example',
  locale: 'zh-CN',
  view: 'standard',
  theme: 'light',
  nav: [
    { label: '首页', href: '/' },
    { label: '征求意见', href: '/drafts' },
    { label: '建议办理', href: '/suggestions' },
    { label: '代表与站点', href: '/deputies', also: ['/stations', '/points'] },
    { label: '公开数据', href: '/open' },
  ],
  footer: [
    { label: '站点地图', href: '/sitemap' },
    { label: '网站纠错', href: '/corrections' },
    { label: '无障碍声明', href: '/about/accessibility' },
    { label: '开放数据', href: '/open' },
  ],
  assets: { css: ['/assets/portal.css'] },
  searchHref: '/search',
  account: { label: '登录', href: '/workbench/' },
}

const fates = [
  { label: '采纳', value: 20, fill: 'adopted' },
  { label: '部分采纳', value: 0, fill: 'partlyAdopted' },
  { label: '转监督建议', value: 110, fill: 'transferred' },
  { label: '未采纳', value: 0, fill: 'notAdopted' },
  { label: '研究中', value: 0, fill: 'studying' },
] as const

function Home({ frame }: { frame: Frame }) {
  return (
    <Page
      {...frame}
      path="/"
      title="首页"
      feeds={[{ title: '征求意见', href: '/feeds/drafts.atom' }]}
      description="示例市人大公开网站"
    >
      <PageTitle lead="草案逐条征求意见，每一条都有去向。">您的意见，条条有回音</PageTitle>
      <Split shape="6-4-2">
        <Section title="正在征求意见（2）" moreHref="/drafts">
          <ListCards
            items={[
              {
                key: 'a',
                title: '物业管理条例（草案）',
                href: '/drafts/a',
                status: <Status kind="normal" word="还剩 12 天" />,
                facts: ['58 条', '已收 71 条意见'],
                action: { label: '读草案、提意见', href: '/drafts/a' },
              },
              {
                key: 'b',
                title: '文明行为促进条例（草案二稿）',
                href: '/drafts/b',
                status: <Status kind="near" word="还剩 3 天" />,
                facts: ['40 条', '已收 9 条意见'],
                action: { label: '读草案、提意见', href: '/drafts/b' },
              },
            ]}
          />
        </Section>
        <Section title="意见去向" moreHref="/feedback" moreLabel="逐条看去向">
          <StackedBar
            title="2021 年 12 件草案"
            reading="收到 130 条，采纳 20 条，占 15.4%；其余 110 条转监督建议。"
            segments={fates}
            csvHref="/open/fates.csv"
          />
        </Section>
        <Section title="建议办理">
          <Figures items={[{ label: '已答复', value: 796, of: 823, note: '办复率 96.7%', href: '/suggestions' }]} />
        </Section>
      </Split>
    </Page>
  )
}

const rows = [
  { id: '112', title: '关于老旧小区改造充分听取居民意见的建议', unit: '市房产局', days: 84, kind: 'done' },
  { id: '219', title: '关于增设社区嵌入式托育点的建议', unit: '市交通局', days: 61, kind: 'near' },
  { id: '305', title: '关于优化营商环境的建议', unit: '市营商环境建设局', days: 97, kind: 'late' },
] as const

function List({ frame }: { frame: Frame }) {
  return (
    <Page {...frame} path="/suggestions?year=2022" title="建议办理公开" crumbs={[{ label: '首页', href: '/' }]}>
      <PageTitle lead="823 件建议，796 件已经答复。">建议办理公开</PageTitle>
      <Block>
        <FilterForm
          action="/suggestions"
          fields={[
            { kind: 'search', name: 'q', label: '关键词' },
            { kind: 'select', name: 'year', label: '年份', value: '2022', options: [{ value: '2022', label: '2022 年' }] },
            { kind: 'select', name: 'state', label: '状态', options: [{ value: 'late', label: '逾期' }] },
          ]}
        />
      </Block>
      <Block>
        <DataTable
          caption="2022 年建议，按编号排列"
          rows={rows}
          rowKey={({ id }) => id}
          columns={[
            { key: 'id', head: '编号', cell: ({ id }) => `第${id}号` },
            { key: 'title', head: '标题', isName: true, cell: ({ id, title }) => <a href={`/suggestions/${id}`}>{title}</a> },
            { key: 'unit', head: '承办单位', cell: ({ unit }) => unit },
            { key: 'days', head: '用时（天）', align: 'end', cell: ({ days }) => days },
            { key: 'state', head: '状态', cell: ({ kind }) => <Status kind={kind} days={kind === 'late' ? 7 : undefined} /> },
          ]}
        />
        <KeysetPager nextHref="/suggestions?year=2022&after=305" firstHref="/suggestions?year=2022" shown={3} total={823} />
      </Block>
    </Page>
  )
}

function Item({ frame }: { frame: Frame }) {
  return (
    <Page
      {...frame}
      path="/suggestions/112"
      title="第112号建议"
      crumbs={[
        { label: '首页', href: '/' },
        { label: '建议办理', href: '/suggestions' },
      ]}
    >
      <PageTitle
        status={
          <>
            <Status kind="normal" word="已答复待评价" />
            <Status kind="attention" word="重点督办" />
            <span>时钟已停（5月20日答复）</span>
          </>
        }
      >
        第112号　关于老旧小区改造充分听取居民意见的建议
      </PageTitle>
      <Block>
        <Facts
          items={[
            { term: '领衔', value: '王敏' },
            { term: '主办', value: '市房产局' },
            { term: '会办', value: '市财政局' },
            { term: '公开', value: '全文' },
          ]}
        />
      </Block>
      <Section title="进展">
        <Stations />
      </Section>
      <ItemRecord />
    </Page>
  )
}

function ItemRecord() {
  return (
    <Split shape="8-4">
      <Section title="记录">
        <CaseRecord
          entries={[
            {
              key: '1',
              on: '5/20',
              who: '市房产局',
              what: '答复函 B 类 列入计划逐步解决',
              link: { label: '看全文', href: '/d/1' },
            },
            { key: '2', on: '5/12', who: '面对面', what: '小西小区座谈 代表 2 单位 3 居民 15' },
          ]}
        />
      </Section>
      <Section title="成果">
        <BeforeAfter label="改造计划" before={224} after={475} unit="个" />
        <Prose>
          <p>居民“点单”，改造内容由居民会议决定。</p>
        </Prose>
      </Section>
    </Split>
  )
}

function Stations() {
  return (
    <Timeline
      label="办理进展"
      stations={[
        { name: '提出', state: 'passed', on: '2/16' },
        { name: '审查', state: 'passed', on: '2/22' },
        { name: '交办', state: 'passed', on: '2/25', note: '第7个工作日' },
        { name: '签收', state: 'passed', on: '2/28' },
        { name: '会办', state: 'passed', on: '3/18' },
        { name: '答复', state: 'passed', on: '5/20', note: '84天' },
        { name: '评价', state: 'current' },
        { name: '办结', state: 'ahead' },
        { name: '跟踪', state: 'ahead' },
      ]}
    />
  )
}

function FormPage({ frame }: { frame: Frame }) {
  return (
    <Page {...frame} path="/drafts/a/c/18" title="对第十八条提意见" hasErrors>
      <ErrorSummary
        errors={[
          { field: 'stance', message: '请选择您的态度。' },
          { field: 'text', message: '请写下怎么改，至少 5 个字。' },
        ]}
      />
      <PageTitle>对第十八条提意见</PageTitle>
      <Block>
        <Form action="/drafts/a/c/18" hidden={{ revision: '2' }}>
          <OpinionFields />
          <Button isWide>提交意见</Button>
        </Form>
      </Block>
    </Page>
  )
}

function OpinionFields() {
  return (
    <>
      <Field
        kind="radio"
        name="stance"
        label="您的态度"
        error="请选择您的态度。"
        options={[
          { value: 'agree', label: '赞成' },
          { value: 'change', label: '建议修改' },
          { value: 'delete', label: '建议删除' },
          { value: 'ask', label: '有疑问' },
        ]}
      />
      <Field
        kind="textarea"
        name="text"
        label="怎么改更好"
        hint="例：动用前应当公示 7 天"
        error="请写下怎么改，至少 5 个字。"
        maxLength={2000}
      />
      <Field kind="select" name="who" label="我是" isOptional options={[{ value: 'resident', label: '居民' }]} />
      <Field kind="tel" name="phone" label="联系方式" isOptional hint="便于向您反馈，不公开" autoComplete="tel" inputMode="tel" />
      <Field kind="file" name="file" label="附件" isOptional hint="不超过 3 个，每个 10 MB" isMultiple />
      <Field
        kind="checkbox"
        name="tell"
        label="办理提醒"
        isOptional
        options={[{ value: 'sms', label: '有结果时发短信告诉我' }]}
      />
    </>
  )
}

function Plots({ frame }: { frame: Frame }) {
  const ledger = [
    { label: '完成', value: 221, fill: 'done' },
    { label: '推进', value: 306, fill: 'normal' },
    { label: '临期', value: 13, fill: 'near' },
    { label: '逾期', value: 0, fill: 'late' },
  ] as const
  const five = fates.map((fate, at) => ({ ...fate, value: [40, 20, 30, 18, 12][at] ?? 0 }))
  const heat = Array.from({ length: 58 }, (_, at) => ({ label: `第${at + 1}条`, value: at === 17 ? 46 : (at * 7) % 11 }))
  return (
    <Page {...frame} path="/open/plots" title="图样">
      <PageTitle>图样</PageTitle>
      <Split shape="6-6">
        <Section title="去向">
          <StackedBar reading="收到 120 条，采纳 40 条，占 33.3%。" segments={five} />
        </Section>
        <Section title="台账">
          <StackedRows
            reading="540 项中完成 221 项，没有逾期。"
            rows={['要点', '省委', '批示'].map((label) => ({ label, segments: ledger }))}
          />
        </Section>
        <Section title="成绩">
          <BarRows
            reading="12 项合计 83.0 分。"
            rows={[
              { label: '审议报告', value: 12, cap: 12, tick: 10 },
              { label: '提出建议', value: 9, cap: 10, tick: 6 },
              { label: '联系群众', value: 8, cap: 10 },
            ]}
          />
        </Section>
        <Section title="条款热度">
          <Columns reading="第十八条收到 46 条，最多。" columns={heat} markAt={40} markLabel="第四章" />
        </Section>
        <ProgressAndUnits />
        <UnitsAndDays />
      </Split>
    </Page>
  )
}

function ProgressAndUnits() {
  return (
    <>
      <Section title="办复进度">
        <StepLines
          reading="823 件已交办，796 件已答复。"
          axis={['2月', '3月', '4月', '5月', '6月']}
          series={[
            { label: '交办', values: [400, 800, 823, 823, 823] },
            { label: '答复', values: [0, 120, 380, 700, 796] },
          ]}
          marks={[{ at: 3, label: '3 个月' }]}
        />
      </Section>
      <Section title="部门">
        <ShadedTable
          caption="部门 × 状态"
          head={['办结', '正常', '临期', '逾期']}
          lateColumn={3}
          rows={[
            { label: '城环委', values: [12, 17, 2, 0] },
            { label: '办公厅', values: [9, 25, 4, 1] },
          ]}
        />
        <p>
          城东区 12 场 <Sparkline values={[2, 5, 3, 7]} label="近四周 2、5、3、7 场" />
        </p>
      </Section>
    </>
  )
}

function UnitsAndDays() {
  const ratings = (satisfied: number, basically: number, dissatisfied: number) =>
    [
      { label: '满意', value: satisfied, fill: 'done' },
      { label: '基本满意', value: basically, fill: 'partlyAdopted' },
      { label: '不满意', value: dissatisfied, fill: 'late' },
    ] as const
  return (
    <>
      <Section title="承办单位">
        <UnitBars
          reading="210 件交办，183 件已答复；市房产局未答复最多，15 件。"
          csvHref="/open/units.csv"
          rows={[
            { label: '市交通局', handedOver: 60, answered: 55, ratings: ratings(30, 12, 2) },
            { label: '市房产局', handedOver: 90, answered: 75, ratings: ratings(40, 20, 5) },
            { label: '市市场监督管理局', handedOver: 60, answered: 53, ratings: ratings(0, 0, 0) },
          ]}
        />
      </Section>
      <Section title="到期日历">
        <DueWeeks
          reading="今后 12 周有 49 件到期，最多的一天 14 件。"
          today={'2022-09-27'}
          days={[
            { on: '2022-09-20', count: 2 },
            { on: '2022-09-30', count: 5 },
            { on: '2022-10-10', count: 14 },
            { on: '2022-10-21', count: 9 },
            { on: '2022-11-19', count: 1 },
            { on: '2022-12-09', count: 20 },
            { on: '2023-03-21', count: 8 },
          ]}
        />
      </Section>
      <Section title="办理前后">
        <BeforeAfterPlot reading="四项中三项增加。" unit="个" changes={changes} />
        <BeforeAfterPlot reading="列入改造计划的小区由 224 个增加到 475 个。" unit="个" changes={changes.slice(0, 1)} />
      </Section>
    </>
  )
}

const changes = [
  { label: '老旧小区', before: 224, after: 475 },
  { label: '停车泊位', before: 210, after: 300 },
  { label: '公交站点', before: 205, after: 290 },
  { label: '投诉', before: 120, after: 46 },
]

function EmptyPage({ frame }: { frame: Frame }) {
  return (
    <Page {...frame} title="征求意见">
      <PageTitle actions={<ButtonLink href="/drafts/past">看已结束的</ButtonLink>}>征求意见</PageTitle>
      <Block>
        <Empty why="目前没有正在征求意见的法规草案。" actions={[{ label: '订阅下一次通知', href: '/subscribe' }]} />
      </Block>
      <Block>
        <Notice tone="late" title="服务繁忙，页面为 16:30 的缓存；提意见不受影响。" />
      </Block>
      <Block>
        <Notice tone="done" title="已收到。回执号 YJ-0018-0046">
          <p>
            截止后 30 天内公布去向。<a href="/opinions">凭回执号查询</a>
          </p>
        </Notice>
      </Block>
      <Block>
        <Notice tone="near">草案已换成第二稿，第十八条有改动。</Notice>
      </Block>
      <Block>
        <StackedBar reading="还没有意见。" segments={[]} />
      </Block>
    </Page>
  )
}
