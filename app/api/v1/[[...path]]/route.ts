import { createHash } from 'node:crypto'
import { apiInCounty, programViewer } from '@/lib/access/programs'
import { env } from '@/lib/platform/env'
import { chooseLocale } from '@/lib/platform/locales'
import { describeError, log } from '@/lib/platform/logger'
import { version } from '@/lib/platform/version'
import { type Words, words } from '@/lib/platform/words'
import { tableAddress } from '@/lib/reporting-api/addresses'
import { acceptedFormat } from '@/lib/reporting-api/formats/model'
import { noteRead } from '@/lib/reporting-api/keys/commands'
import type { KnownKey } from '@/lib/reporting-api/keys/model'
import type { Resource } from '@/lib/reporting-api/model'
import { beginning, cursorText, pageOf, readCursor } from '@/lib/reporting-api/pages/model'
import type { ParameterFault } from '@/lib/reporting-api/problems/model'
import { offeredTo } from '@/lib/reporting-api/publications/queries'
import { resourceNamed } from '@/lib/reporting-api/resources/model'
import { type ApiFormat, type Cursor, type Parameters, pageSize, parametersSchema } from '@/lib/reporting-api/schema'
import { keyShown } from '../key'
import { problem } from '../problem'
import { tableAnswer, tableHash } from '../table'

type Params = Promise<{ path?: string[] }>

/**
 * One table of the reporting API, a page at a time. Without a valid key nothing is told, not even which tables there are;
 * a browser's session opens nothing here.
 */
export async function GET(request: Request, { params }: { params: Params }): Promise<Response> {
  const given = new URL(request.url).searchParams
  const t = words(chooseLocale(given.get('locale'), request.headers.get('accept-language')))
  try {
    const key = await keyShown(request)
    if ('refused' in key) return problem(t, key.refused)
    const [name, ...rest] = (await params).path ?? []
    const resource = rest.length === 0 && name !== undefined ? resourceNamed(name) : null
    if (!resource) return problem(t, 'NO_TABLE')
    const asked = readParameters(given)
    const format = asked.value?.format ?? acceptedFormat(request.headers.get('accept'))
    const cursor = asked.value?.cursor === undefined ? null : readCursor(asked.value.cursor)
    const wrongCursor = asked.value?.cursor !== undefined && cursor?.resource !== resource.name
    const faults = [
      ...asked.faults,
      ...(wrongCursor ? [{ parameter: 'cursor', message: 'reportingApi.problem.cursor' }] : []),
    ]
    if (asked.value === null || faults.length > 0) return problem(t, 'BAD_PARAMETERS', faults)
    if (format === null) return problem(t, 'NOT_ACCEPTABLE')
    return await pageAnswer(request, t, key.known, { resource, format, cursor, parameters: asked.value })
  } catch (error) {
    log('error', 'reporting-api', { error: describeError(error).message })
    return problem(t, 'FAILED')
  }
}

/** Every fault at once, so that a program is set right in one go. */
function readParameters(given: URLSearchParams): { value: Parameters | null; faults: ParameterFault[] } {
  const repeated = [...new Set(given.keys())].filter((name) => given.getAll(name).length > 1)
  const read = parametersSchema.safeParse(Object.fromEntries(given))
  const faults = (read.error?.issues ?? []).flatMap((issue) => {
    const names = issue.code === 'unrecognized_keys' ? issue.keys : [issue.path.join('.')]
    return names.map((parameter) => ({ parameter, message: issue.message }))
  })
  const twice = repeated.map((parameter) => ({ parameter, message: 'reportingApi.problem.repeated' }))
  return { value: read.data ?? null, faults: [...faults, ...twice] }
}

type Asked = { resource: Resource; format: ApiFormat; cursor: Cursor | null; parameters: Parameters }

async function pageAnswer(request: Request, t: Words, key: KnownKey, asked: Asked): Promise<Response> {
  const { resource, format, cursor, parameters } = asked
  const { limit = pageSize.usual, project = null, period = null } = parameters
  const offered = await offeredTo(programViewer(key), { scope: key.scope, project, period })
  if (!offered) return problem(t, 'NO_PROJECT')
  if (cursor && cursor.data !== offered.data) return problem(t, 'DATA_CHANGED')
  const from = cursor ?? beginning
  const made = [version, env().appUrl, resource.name, format, t.locale, limit, from.publication, from.row, offered.data]
  const headers = {
    etag: `"${createHash('sha256').update(JSON.stringify(made)).digest('base64url').slice(0, 32)}"`,
    // Kept by the program that asked, and asked for anew each time: the answer is then mostly 304.
    'cache-control': 'private, no-cache',
    vary: 'Authorization, Accept, Accept-Language',
  }
  if (isKnown(request.headers.get('if-none-match'), headers.etag)) return new Response(null, { status: 304, headers })
  const page = await pageOf(resource, t, offered.publications.length, (at) => read(offered.publications, at), {
    from,
    limit,
  })
  const next = page.next && cursorText({ data: offered.data, resource: resource.name, ...page.next })
  const drawn = {
    resource,
    rows: page.rows,
    next: next === null ? null : { address: nextAddress(request, resource, next), cursor: next },
  }
  await noteRead(
    apiInCounty(key.organisationId, request.headers.get('x-request-id')),
    key,
    { table: resource.name, format, data: offered.data },
    () => tableHash(t, format, drawn),
  )
  return tableAnswer(t, format, drawn, headers)
}

function read<Shown>(publications: readonly { read: () => Promise<Shown> }[], at: number): Promise<Shown> {
  const found = publications[at]
  if (!found) throw new Error(`there is no publication ${at}`)
  return found.read()
}

/** RFC 9110: a list of tags, weakly compared, or any. */
function isKnown(header: string | null, etag: string): boolean {
  return (header ?? '').split(',').some((tag) => ['*', etag, `W/${etag}`].includes(tag.trim()))
}

function nextAddress(request: Request, { name }: Resource, cursor: string): string {
  const query = new URL(request.url).searchParams
  query.set('cursor', cursor)
  return `${env().appUrl}${tableAddress(name)}?${query}`
}
