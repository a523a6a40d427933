import './globals.css'
import type { Metadata, Viewport } from 'next'
import type { ReactNode } from 'react'
import { fontVariables } from '@/app/fonts'
import { requestLocale, requestWords } from '@/app/locale'

export async function generateMetadata(): Promise<Metadata> {
  const t = await requestWords()
  const product = t('frame.product')
  return {
    title: { default: product, template: `%s – ${product}` },
    description: t('frame.description'),
    robots: { index: false },
    formatDetection: { telephone: false, date: false, address: false, email: false },
  }
}

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' }

/** Reads the request (through its language), so every page is drawn per request: a page made in advance would carry no nonce. */
export default async function RootLayout({ children }: { children: ReactNode }) {
  return (
    <html lang={await requestLocale()} className={fontVariables}>
      <body>{children}</body>
    </html>
  )
}
