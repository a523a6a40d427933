import { systemViewer } from '@/lib/access/viewer'
import { checkLinks } from '@/lib/toimintamallit/links/commands'
import { linkOutcomes } from '@/lib/toimintamallit/links/model'
import { columns, command, done, refused, required } from '../command.mts'

const sentences = {
  OFF: 'Trying addresses is off. Set LINK_CHECK to public.',
  NOT_ALLOWED: 'The operator may not do this.',
}

export const checkLinksCommand = command({
  name: 'check-links',
  summary:
    'tries the addresses of toimintamallit and evidence, one at a time for each server, and keeps what became of them',
  options: { project: required('<key>', 'project, for instance kkk2') },
  async run({ project }) {
    const checked = await checkLinks(systemViewer('operator'), { projectKey: project })
    if (!checked.ok) {
      const { reason } = checked
      return refused(reason, reason === 'NOT_FOUND' ? `There is no project ${project}.` : sentences[reason])
    }
    const rows = checked.value.map((one) => [one.outcome, String(one.status ?? '-'), one.url, one.movedTo ?? ''])
    const counts = Object.fromEntries(
      linkOutcomes.map((outcome) => [outcome, checked.value.filter((one) => one.outcome === outcome).length]),
    )
    const told = linkOutcomes.map((outcome) => `${counts[outcome]} ${outcome}`).join(', ')
    return done({ project, counts, links: checked.value }, [...columns(rows), told])
  },
})
