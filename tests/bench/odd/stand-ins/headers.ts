// What the pages ask of the request, without a request.
import { languageCookie } from '@/lib/platform/locales'
import { here } from '../here'

export const cookies = async () => ({
  get: (name: string) => (name === languageCookie ? { name, value: here.locale } : undefined),
})

export const headers = async () => new Headers({ 'x-path': here.path, 'sec-fetch-dest': 'document' })
