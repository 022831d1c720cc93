import { clearUnusedFiles, clearUnusedFilesSchedule } from '#kernel/files/api.ts'
import { startRunner, sentenceOfWhen, type Deps, type Job, type JobRunner, type ScheduleEntry } from '#kernel/jobs/api.ts'
import { digestJobs, digestSchedule, tellJob, type Mailer } from '#kernel/notifications/api.ts'
import type { Words } from '#lib/pure/words.ts'
import { catalogue, deliveryOf, importJobOf, manifests, noticeRules, type Parts } from './slices.ts'
import { upkeep, type Outside } from './upkeep.ts'

export interface WorkOptions {
  /** The login `minyi_app`. */
  readonly databaseUrl: string
  readonly deps: Omit<Deps, 'signal'>
  readonly parts: Parts
  /** Null where this installation has no mail server. */
  readonly mailer: Mailer | null
  /** The public address of the site, for links in mails. */
  readonly site: string
  readonly outside: Outside
  readonly concurrency?: number
}

/** Starts everything that runs in the background; several processes may. */
export function startWork(options: WorkOptions): Promise<JobRunner> {
  return startRunner({
    databaseUrl: options.databaseUrl,
    deps: options.deps,
    jobs: jobsOf(options),
    schedule: schedule(),
    ...(options.concurrency && { concurrency: options.concurrency }),
  })
}

/** Every job of the program. */
export function jobsOf({
  parts,
  mailer,
  site,
  outside,
}: Pick<WorkOptions, 'parts' | 'mailer' | 'site' | 'outside'>): readonly Job[] {
  const deliver = deliveryOf(parts)
  const { sendDigests, mailDigest } = digestJobs({ mailer, cipher: parts.fields, site: site.replace(/\/$/, '') })
  return [
    tellJob({ rules: noticeRules, catalogue, deliver }),
    deliver,
    sendDigests,
    mailDigest,
    importJobOf(parts),
    clearUnusedFiles(parts),
    ...upkeep(manifests, outside).map((it) => it.job),
    ...manifests.flatMap((it) => it.jobs ?? []),
  ]
}

/** For the timetable alone, which does not run. */
const NOWHERE: Outside = {
  anchors: '',
  backup: () => Promise.reject(new Error('No storage')),
}

/** The one timetable of the program. */
export function schedule(): readonly ScheduleEntry[] {
  return [
    ...digestSchedule,
    ...clearUnusedFilesSchedule,
    ...upkeep(manifests, NOWHERE).map((it) => it.line),
    ...manifests.flatMap((it) => it.schedule ?? []),
  ]
}

/** The timetable in words, for docs/generated/jobs.md. Times are Beijing time. */
export function timetable(): { name: string; when: Words<string>; what: Words<string> }[] {
  return schedule().map(({ job, when, what }) => ({ name: job.name, when: sentenceOfWhen(when), what }))
}
