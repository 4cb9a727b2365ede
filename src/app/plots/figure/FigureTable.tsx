import { useState } from 'react';
import type { Figure } from '../../../lab/experiments/types.ts';
import { MathText } from '../../widgets/MathText.tsx';
import { placesOf, placeText, readingsAt } from './cursor.ts';
import { axisTitle, shortNumber } from './number-format.ts';
import styles from './FigureTable.module.css';

/** The numbers behind the drawing: every place that can be read, row by row. Made only when somebody asks for them. */
export function FigureTable({ figure }: { readonly figure: Figure }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details
      className={styles.numbers}
      onToggle={({ currentTarget }) => {
        setOpen(currentTarget.open);
      }}
    >
      <summary>Numbers</summary>
      {isOpen && (
        <div className={styles.scroll} tabIndex={0} role="region" aria-label={`${figure.title}: numbers`}>
          <table>{figure.kind === 'heat' ? <HeatRows figure={figure} /> : <SeriesRows figure={figure} />}</table>
        </div>
      )}
    </details>
  );
}

function SeriesRows({ figure }: { readonly figure: Exclude<Figure, { readonly kind: 'heat' }> }) {
  return (
    <>
      <thead>
        <tr>
          <th scope="col">
            <MathText>{axisTitle(figure.x)}</MathText>
          </th>
          {figure.series.map(({ name }) => (
            <th key={name} scope="col">
              <MathText>{name}</MathText>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {placesOf(figure).map((x) => {
          const readings = readingsAt(figure, { x });
          return (
            <tr key={x}>
              <th scope="row">{figure.kind === 'intervals' ? placeText(figure, { x }) : shortNumber(x)}</th>
              {figure.series.map(({ name }, index) => {
                const reading = readings.find(({ series }) => series === index);
                return (
                  <td key={name}>
                    {reading === undefined ? '–' : shortNumber(reading.value)}
                    {reading !== undefined && Number.isFinite(reading.low) && (
                      <small>
                        {shortNumber(reading.low)} … {shortNumber(reading.high)}
                      </small>
                    )}
                  </td>
                );
              })}
            </tr>
          );
        })}
      </tbody>
    </>
  );
}

function HeatRows({ figure }: { readonly figure: Extract<Figure, { readonly kind: 'heat' }> }) {
  const { xs, ys, cells, value, x, y } = figure;
  return (
    <>
      <caption>
        {axisTitle(value)}: columns are {axisTitle(x)}, rows {axisTitle(y)}
      </caption>
      <thead>
        <tr>
          <td />
          {xs.map((column) => (
            <th key={column} scope="col">
              {shortNumber(column)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {ys.map((row, index) => (
          <tr key={row}>
            <th scope="row">{shortNumber(row)}</th>
            {xs.map((column, place) => (
              <td key={column}>{shortNumber(cells[index * xs.length + place] ?? NaN)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </>
  );
}
