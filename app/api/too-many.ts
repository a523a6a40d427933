import { escapeHtml } from '@/components/ui/table-html'
import type { Words } from '@/lib/platform/words'

/** Asked for too often: a short page that says what happened and when to go on, for programs the same in seconds. */
export function tooMany(t: Words, what: 'file' | 'upload' | 'page', seconds: number): Response {
  const title = escapeHtml(t('access.tooMany.title'))
  const text = escapeHtml(t(`access.tooMany.${what}`, { minutes: Math.ceil(seconds / 60) }))
  const page = `<!doctype html>
<html lang="${t.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${title} – Etappi</title></head>
<body><main><h1>${title}</h1><p>${text}</p></main></body>
</html>
`
  return new Response(page, {
    status: 429,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': t.locale,
      'cache-control': 'no-store',
      'retry-after': String(seconds),
    },
  })
}
