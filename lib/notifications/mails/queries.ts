import 'server-only'
import type { Prisma } from '@/generated/prisma/client'
import { can, type Viewer } from '@/lib/access/model'
import { asViewer, organisationOf } from '@/lib/access/viewer'
import {
  type MailDetails,
  type MailFilter,
  type MailPage,
  type MailRow,
  mailStates,
  mailsPerPage,
} from '@/lib/notifications/mails/model'

const rowFields = {
  id: true,
  subject: true,
  state: true,
  attempts: true,
  createdAt: true,
  sentAt: true,
  nextAttemptAt: true,
  user: { select: { email: true } },
} as const satisfies Prisma.MailSelect

type Row = Prisma.MailGetPayload<{ select: typeof rowFields }>

/** Mails of the viewer's own county, newest first; null for everybody but its administrator. */
export async function listMails(viewer: Viewer, filter: MailFilter): Promise<MailPage | null> {
  if (!can(viewer, 'mail.read', null)) return null
  const own = organisationOf(viewer)
  const where: Prisma.MailWhereInput = {
    ...own,
    ...(filter.state ? { state: filter.state } : {}),
    ...(filter.to ? { user: { email: { contains: filter.to, mode: 'insensitive' } } } : {}),
  }
  return asViewer(viewer, async (tx) => {
    const rows = await tx.mail.findMany({
      where,
      orderBy: [{ createdAt: 'desc' }, { id: 'desc' }],
      skip: (filter.page - 1) * mailsPerPage,
      take: mailsPerPage,
      select: rowFields,
    })
    const all = await tx.mail.count({ where })
    const groups = await tx.mail.groupBy({ by: ['state'], where: own, _count: true })
    const counts = Object.fromEntries(
      mailStates.map((state) => [state, groups.find((group) => group.state === state)?._count ?? 0]),
    ) as MailPage['counts']
    return { mails: rows.map(toRow), all, counts }
  })
}

/** One mail with its text; null when there is none in the viewer's county or the viewer is not its administrator. */
export async function findMail(viewer: Viewer, mailId: string): Promise<MailDetails | null> {
  if (!can(viewer, 'mail.read', null)) return null
  return asViewer(viewer, async (tx) => {
    const row = await tx.mail.findFirst({
      where: { id: mailId, ...organisationOf(viewer) },
      select: { ...rowFields, text: true, locale: true, lastError: true },
    })
    return row && { ...toRow(row), text: row.text, locale: row.locale, lastError: row.lastError }
  })
}

function toRow(row: Row): MailRow {
  return {
    id: row.id,
    to: row.user.email,
    subject: row.subject,
    state: row.state,
    attempts: row.attempts,
    createdAt: row.createdAt.toISOString(),
    sentAt: row.sentAt?.toISOString() ?? null,
    nextAttemptAt: row.state === 'waiting' ? row.nextAttemptAt.toISOString() : null,
  }
}
