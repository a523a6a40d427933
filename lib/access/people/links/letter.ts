import { roleLabels } from '@/lib/access/labels'
import { type LetterOfLink, linkMark } from '@/lib/access/people/model'
import type { Words } from '@/lib/platform/words'
import { formatDateTime } from '@/lib/values/format'

/** The mail that brings a link, in the words of its receiver. In place of the link stands a mark. */
export function letterOf(t: Words, letter: LetterOfLink): { subject: string; text: string } {
  const { invitationId, county, email, roles, until, known } = letter
  const own = (name: string, values: Record<string, string> = {}) => t(`people.letter.${name}`, values)
  const held = roles.map(({ role, project }) =>
    project ? `– ${t('security.people.roleIn', { role: t(roleLabels[role]), project })}` : `– ${t(roleLabels[role])}`,
  )
  const parts = [
    own('greeting'),
    own(known ? 'newPassword' : 'invited', { county, email }),
    ...(!known && held.length > 0 ? [`${own('roles')}\n${held.join('\n')}`] : []),
    `${own('open')}\n${linkMark(invitationId)}`,
    own('until', { until: formatDateTime(until.toISOString(), t.locale) }),
    own('unexpected'),
  ]
  return { subject: own(known ? 'subjectNew' : 'subject', { county }), text: parts.join('\n\n') }
}
