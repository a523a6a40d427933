import { systemViewer } from '@/lib/access/viewer'
import { findProject } from '@/lib/projects/queries'
import { type PublishReason, publishPeriod } from '@/lib/rounds/publishing/commands'
import { command, done, optional, refused, required } from '../command.mts'

const sentences: Record<PublishReason, string> = {
  NOT_FOUND: 'There is no such period in this project.',
  NOT_ALLOWED: 'The operator may not publish this period.',
  STALE: 'The period was published by somebody else at the same moment. Try again.',
  NOTHING_APPROVED: 'No report of the period has been approved, so there is nothing to publish.',
}

export const publish = command({
  name: 'publish',
  summary:
    'publishes a period: approved reports and everything that the steering group sees are frozen as one snapshot',
  options: {
    project: required('<key>', 'project, for instance kkk2'),
    period: required('<period>', 'period, for instance 2025-Q4'),
    reason: optional('<text>', 'a note that stays with the snapshot'),
  },
  async run({ project, period, reason }) {
    const viewer = systemViewer('operator')
    const found = await findProject(viewer, project)
    if (!found) return refused('NOT_FOUND', `There is no project ${project}.`)
    const input = { projectId: found.id, periodKey: period, ...(reason ? { note: reason } : {}) }
    const published = await publishPeriod(viewer, input)
    if (!published.ok) return refused(published.reason, sentences[published.reason])
    const { version, published: reports, leftOut } = published.value
    return done({ project, period, ...published.value }, [
      `${project} ${period} is published as version ${version}: ${reports} reports, ${leftOut} units without one.`,
    ])
  },
})
