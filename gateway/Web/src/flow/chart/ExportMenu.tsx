import { ActionIcon, Menu } from '@mantine/core';
import { IconDownload, IconPhoto, IconTable } from '@tabler/icons-react';
import { texts } from '../../texts';
import { type ChartData, csvOf, fileNameOf } from '../model/csv';
import { useFlow } from '../useFlow';
import { downloadCsv, downloadPng } from './download';

const t = texts.flow.chart;

interface ExportMenuProps<T> {
  name: string;
  data: ChartData<T>;
  canvas?: (() => HTMLCanvasElement | undefined) | null;
}

/** Takes a chart away: its rows with unrounded numbers, or the picture. */
export function ExportMenu<T>({ name, data, canvas }: ExportMenuProps<T>) {
  const { boardName, days } = useFlow();
  const file = (ending: string) => fileNameOf([boardName, name, days.from, days.to], ending);
  const picture = () => {
    const drawn = canvas?.();
    if (drawn) {
      void downloadPng(file('png'), drawn);
    }
  };
  return (
    <Menu position="bottom-end" withArrow>
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={t.exportOf(name)} className="no-print">
          <IconDownload size={16} stroke={1.7} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item leftSection={<IconTable size={16} />} onClick={() => downloadCsv(file('csv'), csvOf(data))}>
          {t.csv}
        </Menu.Item>
        {canvas && (
          <Menu.Item leftSection={<IconPhoto size={16} />} onClick={picture}>
            {t.png}
          </Menu.Item>
        )}
      </Menu.Dropdown>
    </Menu>
  );
}
