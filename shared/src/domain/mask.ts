import { normalisePhone, phoneProblem } from './phone.js';
import { normaliseResidentId } from './resident-id.js';

const COMPOUND_SURNAMES = new Set(
  (
    '欧阳 上官 司马 司徒 司空 诸葛 皇甫 尉迟 公孙 慕容 令狐 东方 独孤 夏侯 轩辕 端木 宇文 长孙 南宫 西门 百里 呼延 ' +
    '闻人 淳于 单于 申屠 公羊 公冶 赫连 澹台 钟离 万俟 太叔 仲孙 鲜于 闾丘 濮阳 东郭 南门 羊舌 微生 梁丘 左丘 第五'
  ).split(' '),
);

/** 138****5678. What is not a mobile number is hidden whole. */
export function maskPhone(text: string): string {
  const phone = normalisePhone(text);
  return phoneProblem(phone) ? hidden(text.length) : keepEnds(phone, 3, 4);
}

/** 330***********002X: the province and the last four. What does not have 18 characters is hidden whole. */
export function maskResidentId(text: string): string {
  const id = normaliseResidentId(text);
  return id.length === 18 ? keepEnds(id, 3, 4) : hidden(text.length);
}

/**
 * A Chinese name of two to four characters keeps its surname (two characters when it is a known compound surname) and,
 * where the given name has two or more, its last character: 张*, 张*丰, 欧阳*, 欧阳*明.
 * Any other name keeps its first character and no trace of its length: J**, 阿**.
 */
export function maskName(name: string): string {
  const chars = Array.from(name.trim());
  if (chars.length < 2) return hidden(chars.length);
  if (chars.length > 4 || !chars.every(isHan)) return `${chars[0]}**`;
  const surname = chars.length > 2 && COMPOUND_SURNAMES.has(chars.slice(0, 2).join('')) ? 2 : 1;
  return keepEnds(chars, surname, chars.length - surname > 1 ? 1 : 0);
}

function isHan(char: string): boolean {
  const point = char.codePointAt(0) ?? 0;
  return (point >= 0x3400 && point <= 0x9fff) || (point >= 0x20000 && point <= 0x323af) || char === '〇';
}

function keepEnds(text: string | readonly string[], first: number, last: number): string {
  const chars = Array.from(text);
  const tail = chars.length - last;
  return chars.map((char, i) => (i < first || i >= tail ? char : '*')).join('');
}

function hidden(length: number): string {
  return '*'.repeat(length);
}
