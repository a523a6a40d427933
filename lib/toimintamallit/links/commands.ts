import 'server-only'
import type { Viewer } from '@/lib/access/model'
import { asViewer } from '@/lib/access/viewer'
import { now } from '@/lib/platform/clock'
import type { Tx } from '@/lib/platform/db'
import { settings } from '@/lib/platform/env'
import { bySort } from '@/lib/platform/order'
import { askOutside } from '@/lib/platform/outside'
import { visibleProjects } from '@/lib/projects/permissions'
import { byHost, type CheckedLink, judgeLink, type LinkReply } from '@/lib/toimintamallit/links/model'
import { fail, ok, type Result } from '@/lib/values/result'

/** OFF: trying addresses has not been switched on. */
export type LinkCheckReason = 'NOT_ALLOWED' | 'NOT_FOUND' | 'OFF'

/** Between two questions to one server, and for one answer; in milliseconds. */
const politePause = 1000
const longestWait = 20_000
const mostHops = 5
/** Servers asked side by side; each of them is asked one question at a time. */
const hostsAtOnce = 4

/**
 * Tries every address of the project's toimintamallit and evidence and keeps what became of each. Addresses that people have
 * written are asked only as the settings allow: those of inner networks are not, and nothing is read of a page. Reasons:
 * NOT_ALLOWED (only the operator does), OFF, NOT_FOUND.
 */
export async function checkLinks(
  viewer: Viewer,
  {
    projectKey,
    pause = politePause,
    patience = longestWait,
  }: { projectKey: string; pause?: number; patience?: number },
): Promise<Result<CheckedLink[], LinkCheckReason>> {
  if (viewer.kind !== 'system') return fail('NOT_ALLOWED')
  const allowed = settings().linkCheck
  if (allowed === 'off') return fail('OFF')
  const found = await asViewer(viewer, async (tx) => {
    const project = await tx.project.findFirst({
      where: { AND: [{ key: projectKey }, visibleProjects(viewer)] },
      select: { id: true, organisationId: true },
    })
    return project && { ...project, urls: await addressesOf(tx, project.id) }
  })
  if (!found) return fail('NOT_FOUND')
  const { id: projectId, organisationId, urls } = found
  const queue = [...byHost(urls).values()]
  const checked: CheckedLink[] = []
  const ask = { patience, publicOnly: allowed === 'public' }
  const work = async (): Promise<void> => {
    for (let own = queue.shift(); own; own = queue.shift()) {
      for (const [index, url] of own.entries()) {
        if (index > 0) await new Promise((resolve) => setTimeout(resolve, pause))
        checked.push({ url, ...judgeLink(url, await reply(url, ask)), checkedAt: now() })
      }
    }
  }
  await Promise.all(Array.from({ length: hostsAtOnce }, work))
  await asViewer(
    viewer,
    async (tx) => {
      // Addresses that nobody uses any longer are forgotten.
      await tx.linkCheck.deleteMany({ where: { projectId } })
      await tx.linkCheck.createMany({ data: checked.map((one) => ({ ...one, projectId, organisationId })) })
    },
    { seconds: 60 },
  )
  return ok(checked)
}

async function addressesOf(tx: Tx, projectId: string): Promise<string[]> {
  const models = await tx.toimintamalli.findMany({
    where: { projectId },
    orderBy: bySort,
    select: { innokylaUrl: true, addresses: { orderBy: bySort, select: { url: true } } },
  })
  const ofProject = { projectId }
  const evidence = await tx.evidence.findMany({
    where: {
      url: { not: null },
      OR: [
        { toimintamalli: ofProject },
        { target: { indicator: ofProject } },
        { measurement: { indicator: ofProject } },
        { action: { workPackage: ofProject } },
        { purchase: ofProject },
        { decision: ofProject },
        { report: { unit: ofProject } },
      ],
    },
    orderBy: [{ createdAt: 'asc' }, { id: 'asc' }],
    select: { url: true },
  })
  const all = [...models.flatMap((one) => [one.innokylaUrl, ...one.addresses.map(({ url }) => url)])]
  return [...all, ...evidence.map(({ url }) => url)].filter((url) => url !== null)
}

type Asking = { patience: number; publicOnly: boolean }

/** HEAD, and GET where a server does not know HEAD; led on, the next address is judged like the first. */
async function reply(start: string, asking: Asking): Promise<LinkReply> {
  let url = new URL(start)
  for (let hops = 0; hops <= mostHops; hops += 1) {
    const answer = await head(url, asking)
    if (answer === null) return null
    const { status, location } = answer
    if (status < 300 || status >= 400) return { status, address: url.href }
    const next = location === null ? null : URL.parse(location, url)
    if (!next || (next.protocol !== 'https:' && next.protocol !== 'http:')) return { status: 502, address: url.href }
    url = next
  }
  return { status: 508, address: url.href }
}

async function head(url: URL, asking: Asking) {
  for (const method of ['HEAD', 'GET'] as const) {
    const answer = await askOutside({ url, method, bytes: 0, ...asking })
    if (!answer.ok) return null
    // Some servers answer only GET; whoever refuses HEAD is asked the other way once.
    if (method === 'GET' || ![400, 403, 405, 501].includes(answer.value.status)) return answer.value
  }
  return null
}
