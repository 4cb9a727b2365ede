/** The few pictures on buttons; each has its words beside it or as its accessible name. */
import type { ReactNode } from 'react';

function icon(shape: ReactNode) {
  return (
    <svg
      viewBox="0 0 16 16"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.6"
      strokeLinecap="round"
      strokeLinejoin="round"
      aria-hidden="true"
    >
      {shape}
    </svg>
  );
}

export const playIcon = icon(<path d="M4.5 2.8v10.4L13 8Z" fill="currentColor" />);
export const pauseIcon = icon(<path d="M5 3v10M11 3v10" strokeWidth="2.6" />);
export const stepIcon = icon(<path d="M4 3.2v9.6L10 8ZM12.5 3v10" fill="currentColor" />);
export const resetIcon = icon(<path d="M3.2 8a5 5 0 1 1 1.6 3.7M3 4.2V8h3.8" />);
export const undoIcon = icon(<path d="M5.5 3 2.5 6l3 3M2.8 6h6.4a4 4 0 0 1 0 8H6" />);
export const redoIcon = icon(<path d="m10.5 3 3 3-3 3M13.2 6H6.8a4 4 0 0 0 0 8H10" />);
export const cutIcon = icon(<path d="M8 1.5v3M8 6.5v3M8 11.5v3M5 5 2.5 8 5 11M11 5l2.5 3L11 11" />);
export const healIcon = icon(<path d="M2 8h12M5.5 4.5 2 8l3.5 3.5M10.5 4.5 14 8l-3.5 3.5" />);
export const saveIcon = icon(<path d="M8 2v8M4.8 7 8 10.2 11.2 7M2.5 13.5h11" />);
export const openIcon = icon(<path d="M8 10.2V2M4.8 5.2 8 2l3.2 3.2M2.5 13.5h11" />);
export const linkIcon = icon(<path d="M6.8 9.2 9.2 6.8M7.4 4.6 9 3a2.8 2.8 0 0 1 4 4l-1.6 1.6M8.6 11.4 7 13a2.8 2.8 0 0 1-4-4l1.6-1.6" />);
export const pictureIcon = icon(<path d="M2 3h12v10H2ZM2.3 11.5 6 8l3 3 2-1.8 2.7 2.4M10.3 6h.01" />);
export const filmIcon = icon(<path d="M1.8 4.2h8.4v7.6H1.8ZM10.2 8l4-2.6v5.2Z" />);
export const commandIcon = icon(<path d="M2 3h12v10H2ZM4.5 6l2 2-2 2M8.5 10h3" />);
export const keysIcon = icon(<path d="M1.8 4h12.4v8H1.8ZM4.3 6.7h.01M7 6.7h.01M9.5 6.7h.01M12 6.7h.01M5 9.5h6" />);
export const findIcon = icon(<path d="M7 2.5a4.5 4.5 0 1 0 0 9 4.5 4.5 0 0 0 0-9ZM10.4 10.4l3.4 3.4" />);
export const flagIcon = icon(<path d="M3.5 14V2.2M3.5 3c3-1.6 5.5 1.4 9 0v6c-3.5 1.4-6-1.6-9 0" />);
export const themeIcons = {
  system: icon(
    <>
      <circle cx="8" cy="8" r="5.8" />
      <path d="M8 2.2a5.8 5.8 0 0 1 0 11.6Z" fill="currentColor" />
    </>,
  ),
  light: icon(
    <>
      <circle cx="8" cy="8" r="2.8" />
      <path d="M8 1.6v1.2M8 13.2v1.2M1.6 8h1.2M13.2 8h1.2M3.5 3.5l.8.8M11.7 11.7l.8.8M3.5 12.5l.8-.8M11.7 4.3l.8-.8" />
    </>,
  ),
  dark: icon(<path d="M13 9.8A5.6 5.6 0 0 1 6.2 3a5.6 5.6 0 1 0 6.8 6.8Z" />),
};
