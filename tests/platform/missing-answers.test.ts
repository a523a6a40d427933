import { channel } from 'node:diagnostics_channel'
import { afterEach, beforeAll, expect, it, vi } from 'vitest'
import { isAskedBy, tellOfMissing } from '@/lib/platform/missing-answers'

const lines: string[] = []
beforeAll(() => tellOfMissing())
afterEach(() => {
  vi.restoreAllMocks()
  lines.length = 0
})

/** As Node tells of an answer that has been sent. */
function sent(id: string, statusCode: number, url: string): unknown[] {
  vi.spyOn(process.stderr, 'write').mockImplementation((line) => lines.push(String(line)) > 0)
  channel('http.server.response.finish').publish({
    request: { method: 'GET', url },
    response: { statusCode, getHeader: (name: string) => (name === 'x-request-id' ? id : undefined) },
  })
  return lines.map((line) => JSON.parse(line))
}

it('tells once who was answered that something is missing, without what was searched for', () => {
  isAskedBy('r1', 'u1')
  expect(sent('r1', 404, '/projects/x?text=salainen')).toMatchObject([
    { event: 'request.missing', status: 404, path: '/projects/x', userId: 'u1', requestId: 'r1' },
  ])
  expect(lines.join()).not.toContain('salainen')
  expect(sent('r1', 404, '/projects/x')).toHaveLength(1)
})

it.each(['//[', 'http://[', '', '%'])('takes the address %j as it was sent', (url) => {
  isAskedBy('r2', 'u2')
  expect(sent('r2', 403, url)).toMatchObject([{ status: 403, path: url, userId: 'u2' }])
})

it.each([
  ['what was found', 'u3', 200, '/projects'],
  ['a link that opens something', 'u3', 404, '/invitation/secret'],
  ['nobody', null, 404, '/projects/x'],
])('says nothing of %s', (_, person, status, url) => {
  if (person) isAskedBy('r3', person)
  expect(sent('r3', status, url)).toEqual([])
})
