import type { Viewer } from '@/lib/access/model'
import type { Locale } from '@/lib/platform/locales'

/** Who is looking at what just now: one page at a time. */
export const here: { viewer: Viewer | null; locale: Locale; path: string } = { viewer: null, locale: 'fi', path: '/' }
