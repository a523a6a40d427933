// What breaks unexpectedly stands once in the running log, in its form, and tells of nobody.
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { keepInForm, requestFailed } from '@/lib/platform/request-errors'

const written: string[] = []
const lines = (): Record<string, unknown>[] => written.map((line) => JSON.parse(line))

beforeEach(() => {
  written.length = 0
  vi.useFakeTimers()
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => {
    written.push(String(text))
    return true
  })
})
afterEach(() => {
  vi.runAllTimers()
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const id = '0b8a3d1e-6f0f-4a52-9e0f-2a4f6f1a7c11'
const request = {
  path: '/projects/kkk2/risks/7c1d?text=Matti+Mallikas&secret=avain',
  method: 'GET',
  headers: { 'x-request-id': id, cookie: 'etappi.session=salaisuus', 'x-path': '/projects/kkk2?text=Matti' },
}
const place = { routerKind: 'App Router', routePath: '/projects/[project]/risks/[risk]', routeType: 'render' } as const
const identityCode = ['131052', '308T'].join('-')
const withDigest = (error: Error, digest: string) => Object.assign(error, { digest })

describe('an error that nobody expected', () => {
  it('is told with its request, its kind of place, the pattern of its address and the code that the reader sees', () => {
    requestFailed(withDigest(new Error('the list has no end'), '2471893'), request, place)
    expect(lines()).toEqual([
      {
        at: expect.stringMatching(/Z$/),
        level: 'error',
        event: 'request.failed',
        requestId: id,
        kind: 'render',
        route: '/projects/[project]/risks/[risk]',
        method: 'GET',
        digest: '2471893',
        error: 'Error',
        message: 'the list has no end',
        stack: expect.stringMatching(/^at .*tests\/platform\/request-errors\.test\.ts/),
      },
    ])
  })

  it('is told once for a request, however many parts of its page break at it; another request or error has its own line', () => {
    const other = { ...request, headers: { 'x-request-id': id.replace('0b', '1c') } }
    for (const [which, digest] of [
      [request, '1'],
      [request, '1'],
      [other, '1'],
      [request, '2'],
      [request, '1'],
    ] as const)
      requestFailed(withDigest(new Error('away'), digest), which, place)
    expect(lines().map(({ requestId, digest }) => `${requestId === id} ${digest}`)).toEqual([
      'true 1',
      'false 1',
      'true 2',
    ])
    for (let code = 0; code < 300; code++) requestFailed(withDigest(new Error('away'), `of ${code}`), request, place)
    expect(written).toHaveLength(303)
  })

  it.each([
    ['/(public)/sign-in/page', '/sign-in'],
    ['/(portal)/page', '/'],
    ['/api/projects/[project]/plan/pdf/route', '/api/projects/[project]/plan/pdf'],
    ['/projects/[project]/pages', '/projects/[project]/pages'],
  ])('tells the folder %s as the pattern %s', (routePath, route) => {
    requestFailed(new Error('gone'), request, { ...place, routePath })
    expect(lines()).toMatchObject([{ route }])
  })

  it('never brings the address, a cookie or another header with it', () => {
    for (const routeType of ['render', 'route', 'action', 'proxy'])
      requestFailed(new Error('gone'), request, { ...place, routeType })
    expect(lines().map(({ kind }) => kind)).toEqual(['render', 'route', 'action', 'proxy'])
    expect(written.join('')).not.toMatch(/Matti|avain|salaisuus|7c1d|kkk2/)
  })

  it.each([
    ['a reader of JSON', () => JSON.parse('{"name": Matti Mallikas}')],
    [
      'the database, of a value',
      () => {
        throw new Error('invalid input syntax for type uuid: "Matti Mallikas"')
      },
    ],
    [
      'the database, of an argument over several lines',
      () => {
        throw new Error("Invalid invocation:\n\n{ data: { name: 'Matti' } }\n\nArgument note is missing: “Mallikas”.")
      },
    ],
    [
      'somebody, of an address',
      () => {
        throw new Error('no mail to matti.mallikas@kainuu.example could be sent')
      },
    ],
    [
      'the runtime, of an argument',
      () => {
        throw Object.assign(new TypeError("Received type string ('Matti Mallikas')"), {
          code: 'ERR_INVALID_ARG_TYPE',
        })
      },
    ],
    [
      'somebody who throws a text',
      () => {
        throw 'Matti Mallikas'
      },
    ],
    [
      'an error with a long code',
      () => {
        throw Object.assign(new Error('no'), { code: 'Matti Mallikas' })
      },
    ],
  ])('tells nothing that is quoted by %s', (_, breaks) => {
    try {
      breaks()
    } catch (error) {
      requestFailed(error, request, place)
    }
    expect(written).toHaveLength(1)
    expect(written.join('')).not.toMatch(/matti|mallikas/i)
  })

  it('keeps what mends it: codes of the database, names in the code, the kind of the cause', () => {
    const cause = new RangeError('Matti')
    requestFailed(Object.assign(new Error('taken', { cause }), { code: 'P2002' }), request, place)
    const nothing = undefined as unknown as { rows: string[] }
    try {
      nothing.rows.length
    } catch (error) {
      requestFailed(error, request, place)
    }
    expect(lines()).toMatchObject([
      { code: 'P2002', message: 'taken', cause: 'RangeError' },
      { error: 'TypeError', message: "Cannot read properties of undefined (reading 'rows')" },
    ])
  })

  it('masks identity codes and takes no id and no method that is none', () => {
    requestFailed(
      new Error(`of ${identityCode}`),
      { method: 'GET\n{"level":', headers: { 'x-request-id': identityCode } },
      place,
    )
    expect(lines()).toMatchObject([{ requestId: null, method: null }])
    expect(written.join('')).not.toContain(identityCode)
  })
})

describe('what the framework says itself', () => {
  const speaking = () => {
    const spoken = { error: vi.fn(), warn: vi.fn() }
    keepInForm(spoken)
    return spoken
  }

  it('stands once: an error that it prints first and tells of then is in the line of its request only', () => {
    const spoken = speaking()
    const error = withDigest(new Error('gone'), '77')
    spoken.error(error)
    requestFailed(error, request, place)
    vi.runAllTimers()
    expect(lines()).toMatchObject([{ event: 'request.failed', digest: '77' }])
    expect(written).toHaveLength(1)
  })

  it('is not lost when no request comes to it, and is told as little', () => {
    const spoken = speaking()
    spoken.error('⨯', new Error('no file "Matti"'))
    expect(written).toEqual([])
    vi.runAllTimers()
    expect(lines()).toMatchObject([
      { level: 'error', event: 'framework.said', text: '⨯', error: 'Error', message: 'no file "…"' },
    ])
  })

  it('is written at once when it is a sentence, without colours and without what it quotes', () => {
    speaking().warn('\u001b[33m⚠\u001b[39m', 'host "etappi.example.fi" does not match')
    expect(lines()).toMatchObject([{ level: 'warn', event: 'framework.said', text: '⚠ host "…" does not match' }])
  })

  it('is written before a server ends that still waits', () => {
    const before = process.listeners('exit')
    speaking().error(new Error('the last one'))
    const ending = process.listeners('exit').find((listener) => !before.includes(listener))
    ending?.(1)
    vi.runAllTimers()
    expect(lines()).toMatchObject([{ event: 'framework.said', message: 'the last one' }])
    expect(written).toHaveLength(1)
  })
})
