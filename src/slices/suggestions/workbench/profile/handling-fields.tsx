import { Panel, useWords } from '#workbench/kit.ts'
import { profileWords } from '../../rules/profile-words.ts'
import type { Part } from './fields.tsx'
import { CheckField, NumberField, TextField, WordField } from './fields.tsx'
import { versionWords } from './words.ts'

/** From when a clock is due soon, and what a day of rest does to a term. */
export function ClockFields({ settings, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  return (
    <Panel title={t.clocks}>
      <div className="field-row">
        <NumberField
          name="nearWithinWorkdays"
          label={t.near}
          value={settings.nearWithinWorkdays}
          problem={problem}
          onChange={(nearWithinWorkdays) => onChange({ nearWithinWorkdays })}
        />
        <WordField
          name="restDayRule"
          label={w.restDayRule}
          words={w.restDay}
          value={settings.restDayRule}
          problem={problem}
          onChange={(restDayRule) => onChange({ restDayRule })}
        />
      </div>
    </Panel>
  )
}

/** Who consents to what, until when, and who signs. */
export function HandlingFields({ settings, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  const { extension, objection } = settings
  const extend = (change: Partial<typeof extension>) => onChange({ extension: { ...extension, ...change } })
  const object = (change: Partial<typeof objection>) => onChange({ objection: { ...objection, ...change } })
  return (
    <Panel title={t.handling}>
      <div className="field-row is-wide">
        <TextField
          name="extension.consentBy"
          label={t.consentBy}
          most={40}
          value={extension.consentBy}
          problem={problem}
          onChange={(consentBy) => extend({ consentBy })}
        />
        <TextField
          name="extension.basis"
          label={t.extensionBasis}
          value={extension.basis}
          problem={problem}
          onChange={(basis) => extend({ basis })}
        />
      </div>
      <CheckField label={w.tellsDeputy} value={extension.tellsDeputy} onChange={(tellsDeputy) => extend({ tellsDeputy })} />
      <CheckField
        label={w.needsProposedUnit}
        value={objection.needsProposedUnit}
        onChange={(needsProposedUnit) => object({ needsProposedUnit })}
      />
      <CheckField label={w.acceptsLate} value={objection.acceptsLate} onChange={(acceptsLate) => object({ acceptsLate })} />
      <div className="field-row is-wide">
        <WordField
          name="withdrawal"
          label={w.withdrawal}
          words={w.withdrawalUntil}
          value={settings.withdrawal}
          problem={problem}
          onChange={(withdrawal) => onChange({ withdrawal })}
        />
        <SignerFields {...{ settings, problem, onChange }} />
      </div>
    </Panel>
  )
}

function SignerFields({ settings: { signedBy }, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  return (
    <>
      <WordField
        name="signedBy"
        label={w.signedBy}
        words={{ nobody: t.noSigner, ...w.signer }}
        value={signedBy?.who ?? 'nobody'}
        problem={problem}
        onChange={(who) => onChange({ signedBy: who === 'nobody' ? null : { who, basis: signedBy?.basis ?? '' } })}
      />
      {signedBy && (
        <TextField
          name="signedBy.basis"
          label={t.signedBasis}
          value={signedBy.basis}
          problem={problem}
          onChange={(basis) => onChange({ signedBy: { ...signedBy, basis } })}
        />
      )}
    </>
  )
}

/** Joint suggestions: whom the reply goes to and who rates it. */
export function JointFields({ settings: { joint }, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const w = useWords(profileWords)
  return (
    <Panel title={t.joint}>
      <div className="field-row">
        <WordField
          name="joint.replyTo"
          label={w.replyTo}
          words={w.replyToWhom}
          value={joint.replyTo}
          problem={problem}
          onChange={(replyTo) => onChange({ joint: { ...joint, replyTo } })}
        />
        <WordField
          name="joint.feedbackBy"
          label={w.feedbackBy}
          words={w.feedbackByWhom}
          value={joint.feedbackBy}
          problem={problem}
          onChange={(feedbackBy) => onChange({ joint: { ...joint, feedbackBy } })}
        />
      </div>
    </Panel>
  )
}

/** What things are called here. */
export function VocabularyFields({ settings: { vocabulary }, problem, onChange }: Part) {
  const t = useWords(versionWords)
  const call = (change: Partial<typeof vocabulary>) => onChange({ vocabulary: { ...vocabulary, ...change } })
  return (
    <Panel title={t.vocabulary}>
      <div className="field-row">
        <WordField
          name="vocabulary.coHandler"
          label={t.coHandler}
          words={{ 会办: '会办', 协办: '协办' }}
          value={vocabulary.coHandler}
          problem={problem}
          onChange={(coHandler) => call({ coHandler })}
        />
        <TextField
          name="vocabulary.feedbackForm"
          label={t.feedbackForm}
          most={40}
          value={vocabulary.feedbackForm}
          problem={problem}
          onChange={(feedbackForm) => call({ feedbackForm })}
        />
        <TextField
          name="vocabulary.deputiesOffice"
          label={t.deputiesOffice}
          most={40}
          value={vocabulary.deputiesOffice}
          problem={problem}
          onChange={(deputiesOffice) => call({ deputiesOffice })}
        />
        <TextField
          name="vocabulary.noticeSeries"
          label={t.noticeSeries}
          most={8}
          value={vocabulary.noticeSeries}
          problem={problem}
          onChange={(noticeSeries) => call({ noticeSeries })}
        />
      </div>
    </Panel>
  )
}
