import type { ReactNode } from 'react'
import '@/components/steering/steering.css'

/** Only brings the styles of the card; who may read is asked by the page. */
export default function FigureLayout({ children }: { children: ReactNode }) {
  return children
}
