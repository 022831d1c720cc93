import { Button } from 'antd'
import { Panel, useWords } from '#workbench/kit.ts'
import { profileWords } from '../../rules/profile-words.ts'
import type { Part } from './fields.tsx'
import { CheckField, TextField, WordField } from './fields.tsx'
import { nextCode, type Settings } from './profile-form.ts'
import { versionWords } from './words.ts'

type ReplyClass = Settings['classes'][number]
type Ground = Settings['grounds'][number]

/** A profile has two classes at least. */
const FEWEST_CLASSES = 2
const MOST_CLASSES = 10

/** The result classes: code, wording, comparable meaning, and whether one is a promise to be kept. */
export function ClassFields({ settings: { classes, classesBasis }, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const set = (at: number, change: Partial<ReplyClass>) =>
    onChange({ classes: classes.map((it, other) => (other === at ? { ...it, ...change } : it)) })
  const fresh = (): ReplyClass => ({
    code: nextCode(classes.map((it) => it.code)),
    label: '',
    meaning: 'reference',
    opensCommitment: false,
  })
  return (
    <Panel title={t.classes}>
      {classes.map((it, at) => (
        <OneClass
          key={at}
          at={at}
          value={it}
          problem={problem}
          onChange={(change) => set(at, change)}
          onRemove={
            classes.length > FEWEST_CLASSES ? () => onChange({ classes: classes.filter((_, other) => other !== at) }) : null
          }
        />
      ))}
      {classes.length < MOST_CLASSES && (
        <div className="action-bar">
          <Button onClick={() => onChange({ classes: [...classes, fresh()] })}>{t.addClass}</Button>
        </div>
      )}
      <TextField
        name="classesBasis"
        label={t.classesBasis}
        value={classesBasis}
        problem={problem}
        onChange={(basis) => onChange({ classesBasis: basis })}
      />
    </Panel>
  )
}

type ClassGiven = Pick<Part, 'problem'> & {
  at: number
  value: ReplyClass
  onChange: (change: Partial<ReplyClass>) => void
  onRemove: (() => void) | null
}

function OneClass({ at, value, problem, onChange, onRemove }: ClassGiven) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  return (
    <fieldset className="step-fields">
      <legend>{t.classTitle(at + 1)}</legend>
      <div className="class-row">
        <TextField
          name={`classes.${at}.code`}
          label={t.classCode}
          most={4}
          value={value.code}
          problem={problem}
          onChange={(code) => onChange({ code })}
        />
        <TextField
          name={`classes.${at}.label`}
          label={t.classLabel}
          most={60}
          value={value.label}
          problem={problem}
          onChange={(label) => onChange({ label })}
        />
        <WordField
          name={`classes.${at}.meaning`}
          label={t.classMeaning}
          words={w.meaning}
          value={value.meaning}
          problem={problem}
          onChange={(meaning) => onChange({ meaning })}
        />
      </div>
      <div className="step-foot">
        <CheckField
          label={t.opensCommitment}
          value={value.opensCommitment}
          onChange={(opensCommitment) => onChange({ opensCommitment })}
        />
        {onRemove && (
          <Button aria-label={t.removeClass(value.code)} onClick={onRemove}>
            {t.remove}
          </Button>
        )}
      </div>
    </fieldset>
  )
}

/** Why a paper is no suggestion: the grounds of the local rule, chosen from the union of those that were read. */
export function GroundFields({ settings: { grounds, groundsBasis }, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  const codes = Object.keys(w.ground) as Ground['code'][]
  const toggle = (code: Ground['code'], isOn: boolean) =>
    onChange({ grounds: isOn ? [...grounds, { code, label: w.ground[code] }] : grounds.filter((it) => it.code !== code) })
  return (
    <Panel title={t.grounds}>
      <p className="hint" id="f-settings-grounds" tabIndex={-1}>
        {t.groundsHint}
      </p>
      <div className="check-columns">
        {codes.map((code) => (
          <CheckField
            key={code}
            label={w.ground[code]}
            value={grounds.some((it) => it.code === code)}
            onChange={(isOn) => toggle(code, isOn)}
          />
        ))}
      </div>
      <div className="field-row">
        {grounds.map(({ code, label }, at) => (
          <TextField
            key={code}
            name={`grounds.${at}.label`}
            label={t.groundLabel(w.ground[code])}
            most={60}
            value={label}
            problem={problem}
            onChange={(next) => onChange({ grounds: grounds.map((it) => (it.code === code ? { code, label: next } : it)) })}
          />
        ))}
      </div>
      <TextField
        name="groundsBasis"
        label={t.groundsBasis}
        value={groundsBasis}
        problem={problem}
        onChange={(basis) => onChange({ groundsBasis: basis })}
      />
    </Panel>
  )
}
