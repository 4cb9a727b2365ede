/** 131072 → 131,072. Not by `Intl`, whose first use took two fifths of the time in which the page's script begins. */
export function wholeText(value: number): string {
  return value.toFixed(0).replace(/\B(?=(\d{3})+$)/g, ',');
}
