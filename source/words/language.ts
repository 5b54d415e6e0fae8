/** The words of an area in the language that is spoken. */
export function inLanguage<English extends object>(_area: string, english: English): English {
  return english;
}
