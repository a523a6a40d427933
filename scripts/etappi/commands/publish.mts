import { systemViewer } from '@/lib/access/viewer'
import { words } from '@/lib/platform/words'
import { findProject } from '@/lib/projects/queries'
import { type PublishReason, publishPeriod } from '@/lib/rounds/publishing/commands'
import { precheckLabels } from '@/lib/rounds/publishing/prechecks/labels'
import { countFindings, type Finding, precheckRules } from '@/lib/rounds/publishing/prechecks/model'
import { checkBeforePublishing } from '@/lib/rounds/publishing/prechecks/queries'
import { command, done, optional, refused, required } from '../command.mts'

const sentences: Record<PublishReason, string> = {
  NOT_FOUND: 'There is no such period in this project.',
  SIGN_IN_AGAIN: 'The sign-in is older than 15 minutes.',
  NOT_ALLOWED: 'The operator may not publish this period.',
  STALE: 'The period was published by somebody else at the same moment. Try again.',
  NOTHING_APPROVED: 'No report of the period has been approved, so there is nothing to publish.',
  FINDINGS_CHANGED: 'What was found changed meanwhile. Try again.',
  REASON_MISSING: 'The list before publishing has findings. Say with --reason why to publish all the same.',
}

export const publish = command({
  name: 'publish',
  summary:
    'publishes a period: approved reports and everything that the steering group sees are frozen as one snapshot; refused when the list before publishing has findings and no reason is given',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    period: required('<period>', 'period, for instance 2025-Q4'),
    reason: optional('<text>', 'why to publish in spite of the findings; stays with the snapshot'),
  },
  async run({ project, period, reason }) {
    const viewer = systemViewer('operator')
    const found = await findProject(viewer, project)
    if (!found) return refused('NOT_FOUND', `There is no project ${project}.`)
    const input = { projectId: found.id, periodKey: period, ...(reason?.trim() ? { note: reason.trim() } : {}) }
    const published = await publishPeriod(viewer, input)
    if (!published.ok) {
      const checked = published.reason === 'REASON_MISSING' && (await checkBeforePublishing(viewer, found.id, period))
      const more = checked ? { data: { findings: checked.findings }, lines: linesOf(checked.findings) } : {}
      return refused(published.reason, sentences[published.reason], more)
    }
    const { version, published: reports, leftOut } = published.value
    return done({ project, period, ...published.value }, [
      `${project} ${period} is published as version ${version}: ${reports} reports, ${leftOut} units without one.`,
    ])
  },
})

/** Rule by rule with its places; sums as they are told and as they are counted. */
function linesOf(findings: readonly Finding[]): string[] {
  const t = words('en')
  const counts = countFindings(findings)
  return precheckRules.flatMap((rule) =>
    counts[rule] === undefined
      ? []
      : [
          `${t(precheckLabels[rule])} (${counts[rule]})`,
          ...findings
            .filter((finding) => finding.rule === rule)
            .map(({ title, part, sums }) =>
              ['  -', title, part && `/ ${part}`, sums && `: ${sums.told} ≠ ${sums.counted}`].filter(Boolean).join(' '),
            ),
        ],
  )
}
