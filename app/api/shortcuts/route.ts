import { refuse } from '@/app/api/typed-body'
import { requestWords } from '@/app/locale'
import type { ShortcutTexts } from '@/components/frame/shortcut-dialog'
import { shortcutGroups } from '@/components/frame/shortcut-list'
import { shortcutChoice, shortcutsAddress } from '@/components/frame/shortcut-setting'
import { viewerBeforeFactor } from '@/lib/access/session'
import { env } from '@/lib/platform/env'

/** The list of shortcuts, for its dialog. */
export async function GET(): Promise<Response> {
  const [viewer, t] = await Promise.all([viewerBeforeFactor(), requestWords()])
  if (!viewer) return refuse('SIGNED_OUT')
  const texts: ShortcutTexts = {
    title: t('search.shortcuts.title'),
    key: t('search.shortcuts.key'),
    what: t('search.shortcuts.what'),
    change: t('search.shortcuts.change'),
    close: t('ui.close'),
    groups: shortcutGroups(t),
  }
  return Response.json(texts)
}

/** Switches keys of a single character on or off in this browser: a plain form, so that it works without scripts. */
export async function POST(request: Request): Promise<Response> {
  if (!(await viewerBeforeFactor())) return refuse('SIGNED_OUT')
  const form = await request.formData().catch(() => null)
  const chosen = form?.get('single')
  if (chosen !== 'on' && chosen !== 'off') return refuse('INVALID')
  const cookie = shortcutChoice(chosen, env().appUrl.startsWith('https:'))
  return new Response(null, { status: 303, headers: { location: `${shortcutsAddress}#use`, 'set-cookie': cookie } })
}
