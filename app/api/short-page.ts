import { escapeHtml } from '@/components/ui/table-html'
import type { Words } from '@/lib/platform/words'

type Told = { title: string; text: string; status: number; headers?: Readonly<Record<string, string>> }

/** A page in place of a file that is not given: what happened and what to do, for programs the same as status and headers. */
export function shortPage(t: Words, { title, text, status, headers = {} }: Told): Response {
  const page = `<!doctype html>
<html lang="${t.locale}">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)} – Etappi</title></head>
<body><main><h1>${escapeHtml(title)}</h1><p>${escapeHtml(text)}</p></main></body>
</html>
`
  return new Response(page, {
    status,
    headers: {
      'content-type': 'text/html; charset=utf-8',
      'content-language': t.locale,
      'cache-control': 'no-store',
      ...headers,
    },
  })
}
