import type { PersonState } from '@/lib/access/people/model'

/** What a browser says of itself, as far as people know it by name. */
export type Device = { browser: string | null; system: string | null }

// Order decides: Edge and Opera call themselves Chrome, too, and Chrome calls itself Safari.
const browsers: readonly [RegExp, string][] = [
  [/\bEdg(e|A|iOS)?\//, 'Edge'],
  [/\b(OPR|Opera)\//, 'Opera'],
  [/\bSamsungBrowser\//, 'Samsung Internet'],
  [/\b(Firefox|FxiOS)\//, 'Firefox'],
  [/\b(HeadlessChrome|Chrome|CriOS)\//, 'Chrome'],
  [/\bVersion\/[\d.]+ .*Safari\//, 'Safari'],
]
const systems: readonly [RegExp, string][] = [
  [/\biPhone\b/, 'iPhone'],
  [/\biPad\b/, 'iPad'],
  [/\bAndroid\b/, 'Android'],
  [/\bCrOS\b/, 'ChromeOS'],
  [/\bWindows\b/, 'Windows'],
  [/\bMac OS X\b|\bMacintosh\b/, 'macOS'],
  [/\bLinux\b/, 'Linux'],
]

const firstOf = (names: readonly [RegExp, string][], text: string): string | null =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null

/** Browser and system by the text that a browser sends of itself; what is not known by name stays null. */
export function deviceOf(userAgent: string | null): Device {
  return { browser: firstOf(browsers, userAgent ?? ''), system: firstOf(systems, userAgent ?? '') }
}

/** A session that is going on. Moments are ISO texts. */
export type OpenSession = {
  id: string
  device: Device
  since: string
  lastSeen: string
  secondFactor: boolean
  /** The one that asks */
  current: boolean
}

/** A person of the county, for its administrators. */
export type PersonRow = {
  id: string
  name: string
  email: string
  roles: { role: string; project: string | null }[]
  disabled: boolean
  state: PersonState
  /** When the open link of the person ends */
  until: string | null
  secondFactor: boolean
  /** Signs in through a provider only, which has its own second factor */
  byProvider: boolean
  lastSignIn: string | null
  sessions: number
  self: boolean
}

export type SessionReason = 'NOT_ALLOWED' | 'NOT_FOUND'
