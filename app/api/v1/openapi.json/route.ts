import { env } from '@/lib/platform/env'
import { chooseLocale } from '@/lib/platform/locales'
import { version } from '@/lib/platform/version'
import { words } from '@/lib/platform/words'
import { openApiDocument } from '@/lib/reporting-api/description/model'
import { resources } from '@/lib/reporting-api/resources/model'

/** The description of the reporting API for machines. It holds no data, so that it needs no key. */
export function GET(request: Request): Response {
  const locale = chooseLocale(new URL(request.url).searchParams.get('locale'), request.headers.get('accept-language'))
  const document = openApiDocument(words(locale), resources, { version, server: env().appUrl })
  return Response.json(document, {
    headers: { 'content-language': locale, vary: 'Accept-Language', 'cache-control': 'no-cache' },
  })
}
