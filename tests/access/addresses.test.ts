import { describe, expect, it } from 'vitest'
import { safePath } from '@/lib/access/addresses'

describe('where to go after signing in', () => {
  it.each(['/projects/kkk2', '/projects/kkk2/rounds/2025-Q4?show=late', '/'])('keeps %s', (path) => {
    expect(safePath(path)).toBe(path)
  })

  it.each([
    undefined,
    '',
    'projects',
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/\n/evil.example',
    'javascript:alert(1)',
    '/sign-in?next=/sign-in',
    '\\\\evil.example',
  ])('answers %j with the front page', (path) => {
    expect(safePath(path)).toBe('/')
  })

  it('never leads to another host', () => {
    for (const path of [
      '/%2F/evil.example',
      '/.//evil.example',
      '/..//evil.example',
      '/@evil.example',
      '/;//evil.example',
    ]) {
      const target = new URL(safePath(path), 'https://etappi.example')
      expect(target.host, path).toBe('etappi.example')
    }
  })
})
