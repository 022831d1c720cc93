import type { Act } from '../acts.tsx'
import { calls } from '../calls.ts'
import { textOf } from '../questions.ts'
import type { workbenchWords } from '../words.ts'

type Page = typeof workbenchWords.zh

/** What may be done with a key topic, in the order of its life. */
export function topicActs(t: Page, id: string, today: string): Act[] {
  return [...decidingActs(t, id, today), ...pressingActs(t, id, today), dropAct(t, id)]
}

function decidingActs(t: Page, id: string, today: string): Act[] {
  const params = { id }
  const { act, done } = t
  return [
    {
      name: 'compile',
      label: act.compile,
      done: done.compiled,
      questions: [],
      send: (_, options) => calls.compileTopic({ params }, options),
    },
    {
      name: 'decide',
      label: act.decide,
      done: done.decided,
      effect: t.decideEffect,
      questions: [
        { name: 'decidedOn', kind: 'day', label: t.decidedOn, max: today },
        { name: 'decision', kind: 'text', label: t.decision, most: 1000 },
      ],
      initial: { decidedOn: today },
      send: (values, options) =>
        calls.decideTopic(
          { params, body: { decidedOn: textOf(values, 'decidedOn'), decision: textOf(values, 'decision') } },
          options,
        ),
    },
  ]
}

function pressingActs(t: Page, id: string, today: string): Act[] {
  const params = { id }
  const { act, done } = t
  return [
    {
      name: 'start',
      label: act.start,
      done: done.started,
      questions: [{ name: 'plan', kind: 'text', label: t.pressingPlan, hint: t.pressingPlanHint, most: 5000 }],
      send: (values, options) => calls.startTopic({ params, body: { plan: textOf(values, 'plan') } }, options),
    },
    {
      name: 'report',
      label: act.report,
      done: done.reported,
      questions: [
        { name: 'reportedOn', kind: 'day', label: t.reportedOn, max: today },
        { name: 'text', kind: 'text', label: t.reportText, most: 5000 },
      ],
      initial: { reportedOn: today },
      send: (values, options) =>
        calls.reportTopic({ params, body: { reportedOn: textOf(values, 'reportedOn'), text: textOf(values, 'text') } }, options),
    },
    {
      name: 'conclude',
      label: act.conclude,
      done: done.concluded,
      effect: t.concludeEffect,
      questions: [{ name: 'report', kind: 'text', label: t.finalReport, most: 5000 }],
      send: (values, options) => calls.concludeTopic({ params, body: { report: textOf(values, 'report') } }, options),
    },
  ]
}

function dropAct(t: Page, id: string): Act {
  return {
    name: 'drop',
    label: t.act.drop,
    done: t.done.dropped,
    effect: t.dropEffect,
    isDanger: true,
    questions: [{ name: 'reason', kind: 'text', label: t.dropReason, most: 500 }],
    send: (values, options) => calls.dropTopic({ params: { id }, body: { reason: textOf(values, 'reason') } }, options),
  }
}
