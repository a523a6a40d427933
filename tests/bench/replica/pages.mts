// What readers of published content open: the dashboard, whose drawing a server keeps, and pages that read the publication each
// time: a unit of it, that unit beside another period, the card of a figure.
import { get } from '../web/load.mts'
import type { Running } from './servers.mts'

export type Opened = { url: string; cookie: string; text: string }

export const board = (address: string, period: string): string => `${address}/projects/kkk2/steering/${period}`

/** The pages of a period on a server, each with its title, by which an answer is known. @throws when one is missing */
export async function pagesOf({ address }: Running, cookie: string, period: string): Promise<Opened[]> {
  const start = board(address, period)
  const html = (await get({ url: start, cookie })).toString('utf8')
  const unit = new RegExp(`href="(/projects/kkk2/steering/${period}/[0-9a-f-]{36})`).exec(html)?.[1]
  const card = /href="(\/r\/[^"]+)"/.exec(html)?.[1]
  if (!unit || !card) throw new Error(`${start} leads to no unit and no figure`)
  const urls = [
    start,
    `${address}${unit}`,
    `${address}${unit}/differences`,
    `${address}${card.replaceAll('&amp;', '&')}`,
  ]
  return Promise.all(
    urls.map(async (url) => {
      const text = /<title>[^<]{5,}<\/title>/.exec((await get({ url, cookie })).toString('utf8'))?.[0]
      if (!text) throw new Error(`${url} has no title`)
      return { url, cookie, text }
    }),
  )
}
