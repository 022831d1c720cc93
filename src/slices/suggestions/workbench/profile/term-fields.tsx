import { Panel, useWords } from '#workbench/kit.ts'
import { steps } from '../../rules/profile-lines.ts'
import { profileWords } from '../../rules/profile-words.ts'
import type { Part } from './fields.tsx'
import { CheckField, NumberField, TextField, WordField } from './fields.tsx'
import type { LegalTerm, Timed } from './profile-form.ts'
import { versionWords } from './words.ts'

type Step = (typeof steps)[number]

/** The law itself sets these three, and the last is always there: they cannot be switched off. */
const lasting: ReadonlySet<Step> = new Set(['reply', 'replyDifficult', 'replyLimit', 'rehandling'])
/** Counted from hand-over by law; a local rule cannot move their start. */
const fixedStart: ReadonlySet<Step> = new Set(['reply', 'replyDifficult', 'replyLimit'])

const term = { amount: 10, unit: 'workday' } as const
const fresh: Readonly<Record<Step, Timed | LegalTerm>> = {
  handOver: { term, startsAt: 'submission', basis: '' },
  objection: { term, startsAt: 'receipt', basis: '' },
  reassignment: { term, basis: '' },
  firstContact: { term, startsAt: 'receipt', basis: '' },
  coOpinion: { term, startsAt: 'receipt', basis: '' },
  reply: { term, startsAt: 'handOver', basis: '' },
  replyDifficult: { term, startsAt: 'handOver', basis: '' },
  replyLimit: { term, basis: '' },
  feedback: { term, startsAt: 'reply', basis: '' },
  rehandling: { term, startsAt: 'rehandlingDemand', basis: '' },
}

/** Every clock of the profile: whether there is one, its number and unit, its day 0 and its provision. */
export function TermFields({ settings, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const { terms } = settings
  return (
    <Panel title={t.terms}>
      <p className="hint">{t.termsHint}</p>
      {steps.map((step) => (
        <StepFields
          key={step}
          step={step}
          value={terms[step]}
          problem={problem}
          onChange={(value) => onChange({ terms: { ...terms, [step]: value } })}
        />
      ))}
    </Panel>
  )
}

type StepGiven = Pick<Part, 'problem'> & {
  step: Step
  value: Timed | LegalTerm | null
  onChange: (value: Timed | LegalTerm | null) => void
}

function StepFields({ step, value, problem, onChange }: StepGiven) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  return (
    <fieldset className="step-fields">
      <legend>{w.step[step]}</legend>
      {!lasting.has(step) && (
        <CheckField label={t.hasTerm} value={value !== null} onChange={(isOn) => onChange(isOn ? fresh[step] : null)} />
      )}
      {value && (
        <div className="step-row">
          <NumberField
            name={`terms.${step}.term.amount`}
            label={t.amount}
            value={value.term.amount}
            problem={problem}
            onChange={(amount) => onChange({ ...value, term: { ...value.term, amount } })}
          />
          <WordField
            name={`terms.${step}.term.unit`}
            label={t.unitOf}
            words={w.unit}
            value={value.term.unit}
            problem={problem}
            onChange={(unit) => onChange({ ...value, term: { ...value.term, unit } })}
          />
          {'startsAt' in value && !fixedStart.has(step) && (
            <WordField
              name={`terms.${step}.startsAt`}
              label={t.startOf}
              words={w.start}
              value={value.startsAt}
              problem={problem}
              onChange={(startsAt) => onChange({ ...value, startsAt })}
            />
          )}
          <TextField
            name={`terms.${step}.basis`}
            label={t.basisField}
            value={value.basis}
            problem={problem}
            onChange={(basis) => onChange({ ...value, basis })}
          />
        </div>
      )}
    </fieldset>
  )
}
