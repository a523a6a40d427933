import { text } from 'node:stream/consumers'
import { AppRouterContext } from 'next/dist/shared/lib/app-router-context.shared-runtime'
import { createElement, type ReactNode } from 'react'
import { prerenderToNodeStream } from 'react-dom/static'
import { lookAtHtml, lookInto } from './looking'

type Props = { params: Promise<Record<string, string>>; searchParams: Promise<Record<string, string>> }
type Page = {
  default(props: Props): Promise<ReactNode>
  generateMetadata?(props: Props): Promise<{ title?: unknown }>
}

const files = import.meta.glob<Page>('../../../app/**/page.tsx')

export type Handler = {
  GET?(request: Request, context: { params: Promise<Record<string, string>> }): Promise<Response>
}
const handlers = import.meta.glob<Handler>('../../../app/**/route.ts')

/** Every page of the product by its route, as the build names it: without groups. */
export const pages: ReadonlyMap<string, () => Promise<Page>> = new Map(
  Object.entries(files).map(([file, load]) => [routeOf(file), load]),
)

/** The same of what sends files and data. */
export const routes: ReadonlyMap<string, () => Promise<Handler>> = new Map(
  Object.entries(handlers).map(([file, load]) => [routeOf(file), load]),
)

function routeOf(file: string): string {
  const path = file.replace(/^.*\/app(?=\/)/, '').replace(/\/(page\.tsx|route\.ts)$/, '')
  return path.replaceAll(/\/\([^)]+\)/g, '') || '/'
}

export type Answer = 'shown' | 'missing' | 'ledOn'

const nothing = () => undefined
const router = {
  ...{ back: nothing, forward: nothing, refresh: nothing, push: nothing, replace: nothing, prefetch: nothing },
  hmrRefresh: nothing,
} as never

/** Draws a page whole, as the server would, and looks at all it says. @throws as the page does */
export async function draw(
  page: Page,
  route: string,
  params: Record<string, string>,
  query: Record<string, string> = {},
): Promise<{ answer: Answer; html: string }> {
  const props = () => ({ params: Promise.resolve(params), searchParams: Promise.resolve(query) })
  try {
    const title = await page.generateMetadata?.(props())
    lookInto(title, `${route} title`)
    const element = createElement(AppRouterContext.Provider, { value: router }, await page.default(props()))
    const errors: unknown[] = []
    const { prelude } = await prerenderToNodeStream(element, { onError: (error) => void errors.push(error) })
    const html = await text(prelude)
    if (errors.length > 0) throw errors[0]
    lookAtHtml(html, route)
    return { answer: 'shown', html }
  } catch (error) {
    const digest = error instanceof Error && 'digest' in error ? String(error.digest) : ''
    if (digest.startsWith('NEXT_HTTP_ERROR_FALLBACK;404')) return { answer: 'missing', html: '' }
    if (digest.startsWith('NEXT_REDIRECT')) return { answer: 'ledOn', html: '' }
    throw error
  }
}
