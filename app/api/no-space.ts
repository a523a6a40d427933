import { escapeHtml } from '@/components/ui/table-html'
import { log } from '@/lib/platform/logger'
import { isOutOfSpace } from '@/lib/platform/no-space'
import type { Words } from '@/lib/platform/words'

/** A file for which the server has no room: a short page that says so, and that nothing of it was kept. Anything else is thrown on. */
export function noSpace(t: Words, error: unknown): Response {
  if (!isOutOfSpace(error)) throw error
  log('error', 'disk.full')
  const [title, text] = [escapeHtml(t('errors.noSpace.title')), escapeHtml(t('errors.noSpace.text'))]
  const page = `<!doctype html>
<html lang="${t.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Etappi</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`
  return new Response(page, {
    status: 507,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': t.locale,
      'cache-control': 'no-store',
    },
  })
}
