import { it } from 'vitest'
import { compileReport } from '@/lib/exports/typst/compile'
import { sampleDocument } from './sample-document'
it('x', () => {
  const di:number[]=[]; for(let c=0;c<0x110000;c++){ if(c>=0xd800&&c<0xe000) continue; if(/^\p{Default_Ignorable_Code_Point}$/u.test(String.fromCodePoint(c))) di.push(c) }
  console.log(di.length)
  const doc=sampleDocument()
  const bad:string[]=[]
  const tryAll=(cs:number[])=>{ try{ compileReport({document:{...doc,notice:cs.map(c=>'a'+String.fromCodePoint(c)+'b').join(' '),sections:[]},data:'{}',createdAt:1}); return true}catch(e){ if(cs.length===1) bad.push(cs[0]!.toString(16)+(e as Error).message.slice(0,200)); return false} }
  const rec=(cs:number[])=>{ if(cs.length===0||tryAll(cs))return; if(cs.length===1)return; const h=cs.length>>1; rec(cs.slice(0,h)); rec(cs.slice(h)) }
  rec(di.filter(c=>c<0xe0080||c>0xe01ef).filter(c=>c<0xe0000 || c%400===0)); console.log(bad)
},60000)
