<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;About CNN Desktop</source>
            <translation>Ü&amp;ber CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Add a class…</source>
            <translation>Klasse &amp;hinzufügen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>&amp;Advanced</source>
            <translation>&amp;Erweitert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>&amp;All</source>
            <translation>A&amp;lle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>&amp;Another class…</source>
            <translation>&amp;Andere Klasse…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>&amp;Another model:</source>
            <translation>Ander&amp;es Modell:</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>&amp;Apply {n} agreed {n:change|changes}</source>
            <translation>{n} übereins&amp;timmende {n:Änderung|Änderungen} übernehmen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Augmentation</source>
            <translation>A&amp;ugmentierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;Back</source>
            <translation>Zurüc&amp;k</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>&amp;Before</source>
            <translation>&amp;Vorher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>&amp;Cancel</source>
            <translation>&amp;Abbrechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>&amp;Check the labels</source>
            <translation>Labels prüf&amp;en</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/job_actions.py" />
            <source>&amp;Check the photos</source>
            <translation>Fotos &amp;prüfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Choose a model</source>
            <translation>&amp;Modell wählen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Classes</source>
            <translation>K&amp;lassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/recent_card.py" />
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>&amp;Classify photos</source>
            <translation>Fotos klass&amp;ifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>&amp;Classify photos…</source>
            <translation>Fotos klass&amp;ifizieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Clear</source>
            <translation>&amp;Leeren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>&amp;Close</source>
            <translation>&amp;Schließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Close model</source>
            <translation>Modell sch&amp;ließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Close project</source>
            <translation>Projekt &amp;schließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Comparison</source>
            <translation>Ver&amp;gleich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>&amp;Confirm all {n}</source>
            <translation>Alle {n} b&amp;estätigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>&amp;Confirm the last one</source>
            <translation>Das letzte b&amp;estätigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>&amp;Copy image</source>
            <translation>Bild &amp;kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>&amp;Copy into class folders…</source>
            <translation>In Klassenordner ko&amp;pieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/file_manager.py" />
            <source>&amp;Copy path</source>
            <translation>Pfad &amp;kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Dark</source>
            <translation>&amp;Dunkel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Dataset</source>
            <translation>&amp;Datensatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Delete</source>
            <translation>&amp;Löschen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>&amp;Done</source>
            <translation>&amp;Fertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Edit</source>
            <translation>&amp;Bearbeiten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Evaluation</source>
            <translation>&amp;Auswertung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Exclude</source>
            <translation>&amp;Ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>&amp;False alarms you accept</source>
            <translation>Erlaubte &amp;Fehlalarme</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;File</source>
            <translation>&amp;Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>&amp;Folder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Get a public data set…</source>
            <translation>Öffe&amp;ntlichen Datensatz holen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>&amp;Give a second opinion</source>
            <translation>&amp;Zweite Meinung abgeben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>&amp;Give an opinion</source>
            <translation>Meinung abg&amp;eben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>&amp;Give an opinion on {n} {n:photo|photos}</source>
            <translation>Meinung zu {n} {n:Foto|Fotos} abg&amp;eben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>&amp;Go to Evaluation</source>
            <translation>Zur Auswer&amp;tung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Go to Training</source>
            <translation>&amp;Zum Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>&amp;Grid</source>
            <translation>Kache&amp;ln</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>&amp;Group</source>
            <translation>&amp;Gruppe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Guided tour</source>
            <translation>&amp;Geführte Tour</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Help</source>
            <translation>&amp;Hilfe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Import…</source>
            <translation>&amp;Importieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Jobs</source>
            <translation>&amp;Jobs</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>&amp;Keep paused</source>
            <translation>&amp;Angehalten lassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>&amp;Keep the split of the folders or table</source>
            <translation>&amp;Aufteilung der Ordner oder Tabelle behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>&amp;Keep training</source>
            <translation>&amp;Weiter trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>&amp;Kernels</source>
            <translation>K&amp;erne</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Label as</source>
            <translation>Klasse &amp;zuordnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Labels</source>
            <translation>&amp;Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Language</source>
            <translation>&amp;Sprache</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Layers</source>
            <translation>&amp;Schichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Left out</source>
            <translation>Ausgelasse&amp;n</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Left out ({n})</source>
            <translation>Ausgelasse&amp;n ({n})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>&amp;Less confident than</source>
            <translation>Auch bei &amp;Sicherheit unter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Light</source>
            <translation>&amp;Hell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>&amp;Locate photos…</source>
            <translation>Fotos &amp;suchen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>&amp;Log</source>
            <translation>&amp;Protokoll</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>&amp;Many at once</source>
            <translation>Mehrere auf ei&amp;nmal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>&amp;Maps</source>
            <translation>Ka&amp;rten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Merge into…</source>
            <translation>&amp;Zusammenlegen mit…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>&amp;Mirror left and right</source>
            <translation>Links und rechts spie&amp;geln</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Mix-ups</source>
            <translation>&amp;Verwechslungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Model</source>
            <translation>&amp;Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>&amp;Next photos</source>
            <translation>&amp;Nächste Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>&amp;None</source>
            <translation>N&amp;ichts</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/recent_card.py" />
            <source>&amp;Open</source>
            <translation>Ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>&amp;Open a folder of photos</source>
            <translation>Fotoordner ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Open a folder of photos…</source>
            <translation>Fotoordner ö&amp;ffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>&amp;Open a folder…</source>
            <translation>O&amp;rdner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>&amp;Open another folder…</source>
            <translation>Anderen O&amp;rdner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>&amp;Open folder…</source>
            <translation>O&amp;rdner öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_menu.py" />
            <source>&amp;Open in Viewer</source>
            <translation>Im &amp;Betrachter öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>&amp;Open photos…</source>
            <translation>Fo&amp;tos öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>&amp;Open the table</source>
            <translation>Tabelle &amp;öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Pause</source>
            <translation>Pa&amp;use</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>&amp;Photo</source>
            <translation>&amp;Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Photos</source>
            <translation>&amp;Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>&amp;Pretrained</source>
            <translation>&amp;Vortrainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>&amp;Quick, about {time}</source>
            <translation>Sch&amp;nell, etwa {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Quit</source>
            <translation>Been&amp;den</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Recent projects</source>
            <translation>&amp;Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipe_choice.py" />
            <source>&amp;Recipe</source>
            <translation>Re&amp;zept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Redo</source>
            <translation>&amp;Wiederherstellen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Redo: {step}</source>
            <translation>&amp;Wiederherstellen: {step}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/recent_card.py" />
            <source>&amp;Remove from this list</source>
            <translation>Aus dieser Liste &amp;entfernen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Rename</source>
            <translation>&amp;Umbenennen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>&amp;Restore</source>
            <translation>Wieder &amp;verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>&amp;Review</source>
            <translation>Du&amp;rchsicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>&amp;Save as a table…</source>
            <translation>Als Tabelle &amp;speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Save results…</source>
            <translation>Ergebnisse &amp;speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>&amp;Save…</source>
            <translation>&amp;Speichern …</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Self-test</source>
            <translation>&amp;Selbsttest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>&amp;Skip</source>
            <translation>Über&amp;springen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>&amp;Split</source>
            <translation>Auf&amp;teilung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Start training and testing faster</source>
            <translation>T&amp;rainings und Tests schneller starten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Stop</source>
            <translation>&amp;Stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>&amp;Stop and keep the best model</source>
            <translation>&amp;Stoppen und bestes Modell behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Stop the running job</source>
            <translation>Laufende Aufgabe &amp;stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>&amp;Stop training</source>
            <translation>Training &amp;stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Stopping…</source>
            <translation>&amp;Stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>&amp;Suggest classes</source>
            <translation>Klassen vorschla&amp;gen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>&amp;Table</source>
            <translation>&amp;Tabelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>&amp;Test again</source>
            <translation>Noch einmal &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Test again on {n} {n:photo|photos}</source>
            <translation>Noch einmal mit {n} {n:Foto|Fotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>&amp;Test both models on the {n} untouched test {n:photo|photos}</source>
            <translation>Beide Modelle mit {n} {n:unverändertem Testfoto|unveränderten Testfotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>&amp;Test on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>&amp;Test the other model on the {n} untouched test {n:photo|photos}</source>
            <translation>Das andere Modell mit {n} {n:unverändertem Testfoto|unveränderten Testfotos} &amp;testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>&amp;Theme</source>
            <translation>&amp;Erscheinungsbild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Train again</source>
            <translation>Noch ein&amp;mal trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/train_words.py" />
            <source>&amp;Train again on the cleaned labels</source>
            <translation>Mit bereini&amp;gten Labels neu trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/train_words.py" />
            <source>&amp;Train on the cleaned labels</source>
            <translation>Mit bereini&amp;gten Labels trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>&amp;Train on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} &amp;trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/shares.py" />
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Training</source>
            <translation>&amp;Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>&amp;Try again</source>
            <translation>Noch einmal &amp;versuchen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Undo</source>
            <translation>&amp;Rückgängig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Undo: {step}</source>
            <translation>&amp;Rückgängig: {step}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>&amp;Use this model</source>
            <translation>Dieses Modell &amp;verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;View</source>
            <translation>&amp;Ansicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>&amp;Viewer</source>
            <translation>&amp;Betrachter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>&amp;Watch this folder</source>
            <translation>Ordner überwa&amp;chen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>&amp;Where the model looks</source>
            <translation>&amp;Wo das Modell hinsieht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>&amp;Worst photos</source>
            <translation>Schl&amp;echteste Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/data.py" />
            <source>--class-level must be a whole number of 1 or more, not {value}.</source>
            <translation>--class-level muss eine ganze Zahl ab 1 sein, nicht {value}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/named_columns.py" />
            <source>--columns does not fit {file}. {problem} It has {columns}.</source>
            <translation>--columns passt nicht zu {file}. {problem} Vorhanden sind {columns}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/data.py" />
            <source>--columns must say which columns hold what, as path=NAME,label=NAME,split=NAME,group=NAME, not {value}.</source>
            <translation>--columns muss sagen, welche Spalten was enthalten, in der Form path=NAME,label=NAME,split=NAME,group=NAME, nicht {value}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>--top-k {value} is out of range. Choose 1 or more.</source>
            <translation>--top-k {value} ist nicht möglich. Wählen Sie 1 oder mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>12 bits in 16</source>
            <translation>12 Bit in 16</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>32 maps</source>
            <translation>32 Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>64 maps</source>
            <translation>64 Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>95 % interval</source>
            <translation>95-%-Intervall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>A class needs a name. Type at least one letter.</source>
            <translation>Eine Klasse braucht einen Namen. Geben Sie mindestens einen Buchstaben ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/table_columns.py" />
            <source>A column can be used only once.</source>
            <translation>Eine Spalte kann nur einmal verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>A folder is being read. Wait until that has finished.</source>
            <translation>Gerade wird ein Ordner gelesen. Warten Sie, bis das fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>A good start, comes with the app</source>
            <translation>Ein guter Anfang, schon dabei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/service.py" />
            <source>A helper process crashed and was restarted.</source>
            <translation>Ein Hilfsprozess ist abgestürzt und wurde neu gestartet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>A helper process keeps crashing and was not restarted. It last said: “{reason}” Quit and reopen the app to try again.</source>
            <translation>Ein Hilfsprozess stürzt immer wieder ab und wurde nicht neu gestartet. Zuletzt sagte er: „{reason}“ Beenden und öffnen Sie das Programm, um es noch einmal zu versuchen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>A helper process keeps crashing and was not restarted. Quit and reopen the app to try again.</source>
            <translation>Ein Hilfsprozess stürzt immer wieder ab und wurde nicht neu gestartet. Beenden und öffnen Sie das Programm, um es noch einmal zu versuchen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>A helper process keeps running out of memory and was not restarted. Close other programs, then quit and reopen the app.</source>
            <translation>Einem Hilfsprozess geht immer wieder der Arbeitsspeicher aus, darum wurde er nicht neu gestartet. Schließen Sie andere Programme, dann beenden und öffnen Sie das Programm noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/children.py" />
            <source>A helper process sent an unexpected answer, which was ignored.</source>
            <translation>Ein Hilfsprozess hat eine unerwartete Antwort geschickt. Sie wurde nicht beachtet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>A job is using the cache. Wait until it has finished, or stop it.</source>
            <translation>Eine Aufgabe benutzt gerade den Zwischenspeicher. Warten Sie, bis sie fertig ist, oder stoppen Sie sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>A learning rate of {value} does not work. Choose a number above 0 and up to 10, for example 0.001.</source>
            <translation>Eine Lernrate von {value} funktioniert nicht. Wählen Sie eine Zahl über 0 und bis 10, zum Beispiel 0,001.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>A mistake on a photo of a small class counts for more.</source>
            <translation>Ein Fehler bei einem Foto einer kleinen Klasse zählt mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>A model needs training photos of at least two classes.</source>
            <translation>Ein Modell braucht Trainingsfotos aus mindestens zwei Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A network always names one of its classes, even for a photo of something else. So each photo is compared with the training photos: one that is farther away from all of them than nearly every photo of the right kind is called unknown. Some photos of the right kind are then called unknown too; how many is up to you.</source>
            <translation>Ein Netz nennt immer eine seiner Klassen, auch bei einem Foto von etwas ganz anderem. Darum wird jedes Foto mit den Trainingsfotos verglichen: Liegt es von allen weiter entfernt als fast jedes passende Foto, gilt es als unbekannt. Dann gelten auch einige passende Fotos als unbekannt; wie viele, bestimmen Sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>A network always names one of its classes. A photo that is too unlike the training photos is called unknown instead, and so can be one that the model is not sure of. The stricter you are, the more photos of the right kind are called unknown too.</source>
            <translation>Ein Netz nennt immer eine seiner Klassen. Ein Foto, das den Trainingsfotos zu wenig ähnelt, gilt stattdessen als unbekannt; auf Wunsch auch eines, bei dem das Modell unsicher ist. Je strenger Sie sind, desto mehr passende Fotos gelten ebenfalls als unbekannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A network that has seen a million photos already knows edges, textures and shapes. At first, those layers are frozen and only a new last layer learns your classes. Then more layers are allowed to learn, gently.</source>
            <translation>Ein Netz, das schon eine Million Fotos gesehen hat, kennt Kanten, Strukturen und Formen. Zuerst bleiben diese Schichten eingefroren, und nur eine neue letzte Schicht lernt Ihre Klassen. Danach dürfen behutsam weitere Schichten lernen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/data.py" />
            <source>A project already knows which columns its table has. Leave out --columns.</source>
            <translation>Ein Projekt weiß schon, welche Spalten seine Tabelle hat. Lassen Sie --columns weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/data.py" />
            <source>A project already knows which folders are its classes. Leave out --class-level.</source>
            <translation>Ein Projekt weiß schon, welche Ordner seine Klassen sind. Lassen Sie --class-level weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>A random part of each photo is enlarged to the whole square, slightly stretched.</source>
            <translation>Ein zufälliger Teil jedes Fotos wird auf das ganze Quadrat vergrößert und dabei etwas gestreckt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>A second person makes it safer.</source>
            <translation>Eine zweite Person macht es sicherer.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>A second person makes it safer. Type another name above to begin.</source>
            <translation>Eine zweite Person macht es sicherer. Tippen Sie oben einen anderen Namen, um zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>A small calculation runs on the graphics card and on the CPU. This takes a few seconds.</source>
            <translation>Eine kleine Rechnung läuft auf der Grafikkarte und auf der CPU. Das dauert ein paar Sekunden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A small filter slides over the picture and responds wherever it finds its pattern: an edge, a colour, a texture. It uses the same few numbers everywhere, so it finds the pattern anywhere in the picture. Many filters together make one layer.</source>
            <translation>Ein kleiner Filter gleitet über das Bild und reagiert, wo er sein Muster findet: eine Kante, eine Farbe, eine Struktur. Er verwendet überall dieselben wenigen Zahlen, darum findet er das Muster an jeder Stelle. Viele Filter zusammen bilden eine Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>A smaller share cannot be chosen: {n} validation {n:photo is|photos are} too few to measure it.</source>
            <translation>Ein kleinerer Anteil lässt sich nicht wählen: {n} {n:Validierungsfoto ist|Validierungsfotos sind} zu wenig, um ihn zu messen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>A step between the layers of the course, called {name} in this network.</source>
            <translation>Ein Schritt zwischen den Schichten aus dem Kurs; in diesem Netz heißt er {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>A strong all-rounder</source>
            <translation>Ein starker Allrounder</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/scan.py" />
            <source>A table already says which class each photo belongs to. Leave out the class level.</source>
            <translation>Eine Tabelle sagt schon, zu welcher Klasse jedes Foto gehört. Lassen Sie die Klassenebene weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>A test is running. Wait until it has finished, or stop it first.</source>
            <translation>Gerade läuft ein Test. Warten Sie, bis er fertig ist, oder stoppen Sie ihn zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>A test photo: its label stays hidden until you show the test photos in Dataset.</source>
            <translation>Ein Testfoto: Sein Label bleibt verborgen, bis Sie unter „Datensatz“ die Testfotos zeigen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>A to Z</source>
            <translation>A bis Z</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/import_weights.py" />
            <source>A weights file is being checked. Wait until that has finished, or stop it first.</source>
            <translation>Gerade wird eine Gewichtsdatei geprüft. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>About CNN Desktop</source>
            <translation>Über CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>About these licences</source>
            <translation>Über diese Lizenzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Accuracy (%)</source>
            <translation>Genauigkeit (%)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>Accuracy and size of the models</source>
            <translation>Genauigkeit und Größe der Modelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Accuracy on ImageNet</source>
            <translation>Genauigkeit auf ImageNet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Activation</source>
            <translation>Aktivierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Actual size</source>
            <translation>Originalgröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Adam</source>
            <translation>Adam</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>AdamW</source>
            <translation>AdamW</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>Add a class</source>
            <translation>Klasse hinzufügen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/class_picker.py" />
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Add class “{name}”</source>
            <translation>Klasse „{name}“ hinzufügen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Add photos, or put some into a folder named “test”, then train again.</source>
            <translation>Fügen Sie Fotos hinzu, oder legen Sie einige in einen Ordner namens „test“, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Af&amp;ter</source>
            <translation>Na&amp;chher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>After training</source>
            <translation>Nachher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>After “weights {what}”, give a file or the name of a model.</source>
            <translation>Geben Sie nach „weights {what}“ eine Datei oder den Namen eines Modells an.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Agreement (Cohen’s κ)</source>
            <translation>Übereinstimmung (Cohens κ)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>All</source>
            <translation>Alle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>All answers</source>
            <translation>Alle Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>All are of one class, so it cannot be said how well they agree (κ).</source>
            <translation>Alle gehören zu einer Klasse, darum lässt sich nicht sagen, wie gut sie übereinstimmen (κ).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>All classes</source>
            <translation>Alle Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>All classes are shown equally often.</source>
            <translation>Alle Klassen werden gleich oft gezeigt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>All classes, {n} {n:photo|photos}</source>
            <translation>Alle Klassen, {n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>All files (*)</source>
            <translation>Alle Dateien (*)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>All labels and exclusions become what they were after this change. You can undo that.</source>
            <translation>Alle Labels und Ausschlüsse werden wieder so, wie sie nach dieser Änderung waren. Das lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>All numbers before it, each times its learned weight, are added up. The bias is one more learned number.</source>
            <translation>Alle Zahlen davor werden mit ihrem gelernten Gewicht malgenommen und addiert. Der Bias ist eine weitere gelernte Zahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>All photos</source>
            <translation>Alle Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>All photos are in the same folder.</source>
            <translation>Alle Fotos sind im selben Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>All photos are of one class, so no label can be wrong. Add photos of a second class.</source>
            <translation>Alle Fotos gehören zu einer Klasse, darum kann kein Label falsch sein. Fügen Sie Fotos einer zweiten Klasse hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>All photos are of one class, “{name}”, so there is nothing to compare their labels with. Add a folder of photos for each further class.</source>
            <translation>Alle Fotos gehören zu einer Klasse, „{name}“, darum lassen sich ihre Labels mit nichts vergleichen. Fügen Sie für jede weitere Klasse einen Fotoordner hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>All photos of “{name}” belong to {n} {n:group|groups}, too few to judge their labels.</source>
            <translation>Alle Fotos von „{name}“ gehören zu {n} {n:Gruppe|Gruppen}. Das sind zu wenige, um ihre Labels zu beurteilen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>All runs…</source>
            <translation>Alle Trainings …</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>All suspicious training photos are reviewed</source>
            <translation>Alle verdächtigen Trainingsfotos sind durchgesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>All training photos in {folder} are of one class, “{name}”, but at least two classes are needed. Add a folder of photos for each further class.</source>
            <translation>Alle Trainingsfotos in {folder} gehören zu einer Klasse, „{name}“, doch es braucht mindestens zwei Klassen. Legen Sie für jede weitere Klasse einen Fotoordner an.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Almost one colour</source>
            <translation>Fast einfarbig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_page.py" />
            <source>Also look for pa&amp;rts of other photos</source>
            <translation>Au&amp;ch nach Ausschnitten anderer Fotos suchen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Also shows the small steps in between: normalisation, activation, additions.</source>
            <translation>Zeigt auch die kleinen Schritte dazwischen: Normalisierung, Aktivierung, Additionen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>An epoch has as many photos as before, but equally many of each class. Photos of small classes come several times, and of large classes a different part each time. Class weights then have nothing left to even out.</source>
            <translation>Eine Epoche hat so viele Fotos wie zuvor, aber aus jeder Klasse gleich viele. Fotos kleiner Klassen kommen mehrmals vor, von großen Klassen jedes Mal ein anderer Teil. Klassengewichte haben dann nichts mehr auszugleichen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>An epoch shows as many photos of a small class as of a large one.</source>
            <translation>Eine Epoche zeigt von einer kleinen Klasse so viele Fotos wie von einer großen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>And {n} more {n:finding|findings} of the same kinds.</source>
            <translation>Und {n} {n:weiterer Befund|weitere Befunde} der gleichen Art.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Ano&amp;ther photo</source>
            <translation>Anderes Fo&amp;to</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>Another class for {which}</source>
            <translation>Andere Klasse für {which}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Another class…</source>
            <translation>Andere Klasse…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Another job is running.</source>
            <translation>Gerade läuft eine andere Aufgabe.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Another job is running. Wait until it has finished, or stop it first.</source>
            <translation>Gerade läuft eine andere Aufgabe. Warten Sie, bis sie fertig ist, oder stoppen Sie sie zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>Another model from the timm library</source>
            <translation>Ein anderes Modell aus der timm-Bibliothek</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>Another training run is using {folder}. Wait until it has finished, or choose another folder.</source>
            <translation>Ein anderes Training verwendet {folder} gerade. Warten Sie, bis es fertig ist, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Answer</source>
            <translation>Antwort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>Answers are being saved. Wait until that has finished, or stop it first.</source>
            <translation>Antworten werden gespeichert. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Any confidence</source>
            <translation>Jede Sicherheit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>As before, the last stages learn, starting at {layer}.</source>
            <translation>Wie zuvor lernen die letzten Stufen, ab {layer}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Ascending order</source>
            <translation>Aufsteigend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Ask for suggestions again, and report the problem if it happens again.</source>
            <translation>Lassen Sie noch einmal Klassen vorschlagen, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/split_plan.py" />
            <source>At least {n} % of the photos must be training photos.</source>
            <translation>Mindestens {n} % der Fotos müssen Trainingsfotos sein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>At once, and coarse: weighs the last maps by how much they raise the class</source>
            <translation>Sofort und grob: gewichtet die letzten Karten danach, wie sehr sie für die Klasse sprechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>At once: better where the class is in the photo several times</source>
            <translation>Sofort: besser, wenn die Klasse mehrmals im Foto vorkommt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/parts.py" />
            <source>At the end, the whole network learns for {n} {n:epoch|epochs}, as this does not take long here.</source>
            <translation>Am Ende lernt das ganze Netz {n} {n:Epoche|Epochen} lang, weil das hier nicht lange dauert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Augmentation</source>
            <translation>Augmentierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Automatic</source>
            <translation>Automatisch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>B&amp;oth</source>
            <translation>Be&amp;ide</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Bac&amp;k to the default epochs</source>
            <translation>Zurü&amp;ck zu den üblichen Epochen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Bac&amp;k to the recipe</source>
            <translation>Zurü&amp;ck zum Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Back to all maps</source>
            <translation>Zurück zu allen Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Back to all of them ({key})</source>
            <translation>Zurück zu allen ({key})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_connection.py" />
            <source>Back to the folder</source>
            <translation>Zurück zum Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_connection.py" />
            <source>Back to the photo</source>
            <translation>Zurück zum Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Back to {step}</source>
            <translation>Zurück zu „{step}“</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Balanced</source>
            <translation>Ausgewogen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Batch</source>
            <translation>Batch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size</source>
            <translation>Batchgröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size {value} is out of range. Choose 1 to 4096.</source>
            <translation>Die Batchgröße {value} ist nicht möglich. Wählen Sie 1 bis 4096.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Before and after are the same here: the training left this layer, and all before it, as it was.</source>
            <translation>Vorher und nachher sind hier gleich: Das Training hat diese Schicht und alle davor gelassen, wie sie waren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Before training</source>
            <translation>Vorher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Before: training run “{before}”. After: training run “{after}”.</source>
            <translation>Vorher: Training „{before}“. Nachher: Training „{after}“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Before: {run}. After: {other}.</source>
            <translation>Vorher: {run}. Nachher: {other}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>Belongs together with</source>
            <translation>Gehört zusammen mit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Below {p:.0%}</source>
            <translation>Unter {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Best</source>
            <translation>Gründlich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Best training run: {run}</source>
            <translation>Bestes Training: {run}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Between the layers of the course, modern networks take small steps of other kinds: they add what came earlier (a shortcut), weigh maps against each other, or leave out some numbers at random in training. What comes out has the same form as before.</source>
            <translation>Zwischen den Schichten aus dem Kurs machen moderne Netze kleine Schritte anderer Art: Sie addieren etwas Früheres (eine Abkürzung), gewichten Karten gegeneinander oder lassen im Training zufällig einige Zahlen weg. Was herauskommt, hat dieselbe Form wie vorher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos}</source>
            <translation>Zwischen {low:.1%} und {high:.1%}, gemessen an {n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos} in {folder}</source>
            <translation>Zwischen {low:.1%} und {high:.1%}, gemessen an {n} {n:Foto|Fotos} in {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Between {low:.1%} and {high:.1%}, measured on {n} {n:photo|photos} never used for training</source>
            <translation>Zwischen {low:.1%} und {high:.1%}, gemessen an {n} {n:Foto, das nie zum Training diente|Fotos, die nie zum Training dienten}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Between {low} and {high} (95 % sure).</source>
            <translation>Zwischen {low} und {high} (zu 95 % sicher).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Between {low} and {high} (95 % sure): where classes look alike, wrong labels are hard to count.</source>
            <translation>Zwischen {low} und {high} (zu 95 % sicher): Wo sich Klassen ähneln, sind falsche Labels schwer zu zählen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Between {low} and {high}. Show these photos.</source>
            <translation>Zwischen {low} und {high}. Diese Fotos zeigen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Bias</source>
            <translation>Bias</translation>
        </message>
        <message>
            <source>Blind opinion of {reviewer}</source>
            <translation>Zweite Meinung von {reviewer}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Blue</source>
            <translation>Blau</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Blurred</source>
            <translation>Unscharf</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Both</source>
            <translation>Beide</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Brings each map to a common scale: it is shifted and stretched by values learned in training. No map drowns out the others, so the network learns faster and more steadily.</source>
            <translation>Bringt alle Karten auf eine gemeinsame Skala: Jede wird um Werte verschoben und gestreckt, die im Training gelernt wurden. Keine Karte übertönt die anderen, darum lernt das Netz schneller und gleichmäßiger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Builds on what it learned from a million photos, so a few dozen of yours per class are enough.</source>
            <translation>Baut auf dem auf, was es aus einer Million Fotos gelernt hat. Darum genügen ein paar Dutzend eigene je Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Built on the work of others</source>
            <translation>Aufgebaut auf der Arbeit anderer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>By</source>
            <translation>Von</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>By up to 20 % each.</source>
            <translation>Um je bis zu 20 %.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>C&amp;lass</source>
            <translation>&amp;Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>C&amp;opy</source>
            <translation>K&amp;opieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>C&amp;rop at random</source>
            <translation>&amp;Zufällig zuschneiden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/descriptors.py" />
            <source>CNN Desktop needs {needed} files open at once, and here it may open only {n}. Raise this limit (“ulimit -n”), then start it again.</source>
            <translation>CNN Desktop muss {needed} Dateien zugleich öffnen und darf hier nur {n}. Erhöhen Sie diese Grenze („ulimit -n“), und starten Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_connection.py" />
            <source>CNN Desktop report</source>
            <translation>CNN-Desktop-Bericht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>CPU</source>
            <translation>CPU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>CPU: {reason}</source>
            <translation>CPU: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>CSV table (*.csv)</source>
            <translation>CSV-Tabelle (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>Camera</source>
            <translation>Kamera</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Cance&amp;l</source>
            <translation>Abbre&amp;chen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Cancel</source>
            <translation>Abbrechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Cancel the running job</source>
            <translation>Laufende Aufgabe abbrechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Chan&amp;ge…</source>
            <translation>Änd&amp;ern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>Change</source>
            <translation>Änderung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Change the split</source>
            <translation>Aufteilung ändern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Change training photos a little</source>
            <translation>Trainingsfotos ein wenig verändern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Changes brightness, contrast and colours by up to 20 % each.</source>
            <translation>Ändert Helligkeit, Kontrast und Farben um je bis zu 20 %.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>Changes of the labels, newest first</source>
            <translation>Änderungen der Labels, die neueste zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>Chec&amp;k</source>
            <translation>&amp;Prüfung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Chec&amp;ks</source>
            <translation>&amp;Prüfung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Chec&amp;ks ({n})</source>
            <translation>&amp;Prüfung ({n})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Check agai&amp;n</source>
            <translation>Noch einmal pr&amp;üfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Check the labels a&amp;gain</source>
            <translation>Labels noch &amp;einmal prüfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>Check the labels again, and report the problem if it happens again.</source>
            <translation>Prüfen Sie die Labels noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_page.py" />
            <source>Check the photo&amp;s</source>
            <translation>Foto&amp;s prüfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>Check the photos again, and report the problem if it happens again.</source>
            <translation>Prüfen Sie die Fotos noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Check the settings</source>
            <translation>Einstellungen prüfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Checking labels</source>
            <translation>Labels werden geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Checking on the validation photos, epoch {epoch} of {epochs}</source>
            <translation>Prüfung mit den Validierungsfotos, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <location filename="../../cnn_desktop/domain/jobs/check_device.py" />
            <source>Checking the graphics card…</source>
            <translation>Grafikkarte wird geprüft …</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_connection.py" />
            <location filename="../../cnn_desktop/gui/labels/check_page.py" />
            <source>Checking the labels</source>
            <translation>Labels werden geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>Checking the photos</source>
            <translation>Fotos werden geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/import_weights.py" />
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>Checking {file}</source>
            <translation>{file} wird geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Choose a class by typing its first letters.</source>
            <translation>Wählen Sie eine Klasse, indem Sie ihre ersten Buchstaben tippen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Choose a class by typing, or press its number.</source>
            <translation>Wählen Sie eine Klasse, indem Sie tippen, oder drücken Sie ihre Nummer.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>Choose a column</source>
            <translation>Spalte wählen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Choose a folder that contains one folder of photos for each class.</source>
            <translation>Wählen Sie einen Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Choose a number to see what adds up to it.</source>
            <translation>Wählen Sie eine Zahl, um zu sehen, woraus sie entsteht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <source>Choose a photo to see its details.</source>
            <translation>Wählen Sie ein Foto, um Einzelheiten dazu zu sehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Choose a photo to see what the network makes of it.</source>
            <translation>Wählen Sie ein Foto, um zu sehen, was das Netz daraus macht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Choose a row first.</source>
            <translation>Wählen Sie zuerst eine Zeile.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>Choose at least one channel.</source>
            <translation>Wählen Sie mindestens einen Kanal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Choose the class…</source>
            <translation>Klasse wählen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/table_columns.py" />
            <source>Choose the column with the classes.</source>
            <translation>Wählen Sie die Spalte mit den Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/table_columns.py" />
            <source>Choose the column with the file names of the photos.</source>
            <translation>Wählen Sie die Spalte mit den Dateinamen der Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Choose which to keep…</source>
            <translation>Auswählen, was bleibt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Chooses other photos for each part. The same choice can be repeated on every computer.</source>
            <translation>Wählt andere Fotos für jeden Teil. Dieselbe Auswahl lässt sich auf jedem Computer wiederholen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Chosen at random by groups: photos in the same folder stay together. Adding photos later does not change it.</source>
            <translation>Zufällig nach Gruppen gewählt: Fotos im selben Ordner bleiben zusammen. Später hinzugefügte Fotos ändern daran nichts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Chosen at random by groups: photos whose names share a part stay together. Adding photos later does not change it.</source>
            <translation>Zufällig nach Gruppen gewählt: Fotos, deren Namen einen Teil gemeinsam haben, bleiben zusammen. Später hinzugefügte Fotos ändern daran nichts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Chosen at random by groups: photos with the same entry in the group column stay together. Adding photos later does not change it.</source>
            <translation>Zufällig nach Gruppen gewählt: Fotos mit demselben Eintrag in der Gruppenspalte bleiben zusammen. Später hinzugefügte Fotos ändern daran nichts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Chosen at random within each class. Adding photos later does not change it.</source>
            <translation>Zufällig innerhalb jeder Klasse gewählt. Später hinzugefügte Fotos ändern daran nichts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>Cl&amp;ose</source>
            <translation>Schl&amp;ießen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Class</source>
            <translation>Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/class_picker.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Classes</source>
            <translation>Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>Classes and how many photos they have</source>
            <translation>Klassen und wie viele Fotos sie haben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Classes are being suggested. Wait until that has finished, or stop it first.</source>
            <translation>Gerade werden Klassen vorgeschlagen. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>Classes mistaken for each other</source>
            <translation>Verwechselte Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Classes the two differ in</source>
            <translation>Klassen, bei denen die beiden sich unterscheiden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Classif&amp;y again</source>
            <translation>Noch einmal klass&amp;ifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Classif&amp;y the rest</source>
            <translation>Den Rest klass&amp;ifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Classif&amp;y these photos</source>
            <translation>Diese Fotos klass&amp;ifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Classifies photos with a model you trained earlier</source>
            <translation>Klassifiziert Fotos mit einem Modell, das Sie früher trainiert haben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Classify &amp;new photos</source>
            <translation>&amp;Neue Fotos klassifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>Classify the rest, and report the problem if it happens again.</source>
            <translation>Klassifizieren Sie den Rest, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/predict.py" />
            <source>Classifying photos</source>
            <translation>Fotos werden klassifiziert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Classifying…</source>
            <translation>Wird klassifiziert…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/label_history.py" />
            <source>Cleaned labels</source>
            <translation>Bereinigte Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Clearing the cache…</source>
            <translation>Zwischenspeicher wird geleert…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Click a kernel to enlarge it.</source>
            <translation>Klicken Sie auf einen Kern, um ihn zu vergrößern.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Click a map to enlarge it.</source>
            <translation>Klicken Sie auf eine Karte, um sie zu vergrößern.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Click for details and to test the graphics card again.</source>
            <translation>Klicken Sie für Einzelheiten und um die Grafikkarte noch einmal zu testen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Close other programs, then ask for suggestions again.</source>
            <translation>Schließen Sie andere Programme, und lassen Sie dann noch einmal Klassen vorschlagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>Close other programs, then check the labels again.</source>
            <translation>Schließen Sie andere Programme, und prüfen Sie die Labels dann noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>Close other programs, then check the photos again.</source>
            <translation>Schließen Sie andere Programme, und prüfen Sie die Fotos dann noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>Close other programs, then classify the rest.</source>
            <translation>Schließen Sie andere Programme, und klassifizieren Sie dann den Rest.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Close other programs, then test again.</source>
            <translation>Schließen Sie andere Programme, und testen Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Close other programs, then try again.</source>
            <translation>Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Colours the parts of the photo that speak for a class: the brighter, the more they count</source>
            <translation>Färbt die Teile des Fotos, die für eine Klasse sprechen: je heller, desto mehr zählen sie</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Colours the parts of the photo that speak for the suggested class</source>
            <translation>Färbt die Teile des Fotos, die für die vorgeschlagene Klasse sprechen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>Column {n}</source>
            <translation>Spalte {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>Columns of the table</source>
            <translation>Spalten der Tabelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/crops.py" />
            <source>Comparing pairs of photos that look alike</source>
            <translation>Ähnliche Fotos werden paarweise verglichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>Comparing the labels</source>
            <translation>Labels werden verglichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/pixel_copies.py" />
            <source>Comparing the photos</source>
            <translation>Fotos werden verglichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/crops.py" />
            <source>Comparing your photos</source>
            <translation>Ihre Fotos werden verglichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Confidence</source>
            <translation>Sicherheit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Confidence (softmax)</source>
            <translation>Sicherheit (Softmax)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Confirm {n}</source>
            <translation>{n} bestätigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Confirm {n} {n:photo|photos} as “{label}”</source>
            <translation>{n} {n:Foto|Fotos} als „{label}“ bestätigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Confusion matrix</source>
            <translation>Verwechslungsmatrix</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Confusion matrix (*.png)</source>
            <translation>Verwechslungsmatrix (*.png)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Constant</source>
            <translation>Gleichbleibend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Convolution</source>
            <translation>Faltung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Convolution 3×3, ReLU, pooling</source>
            <translation>Faltung 3×3, ReLU, Pooling</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Convolution {kernel}</source>
            <translation>Faltung {kernel}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Cop&amp;y</source>
            <translation>Kopie&amp;ren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Copies of the photos shown, in one folder for each class.</source>
            <translation>Kopien der gezeigten Fotos, in einem Ordner je Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Copy</source>
            <translation>Kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/details.py" />
            <source>Copy the message and its details</source>
            <translation>Meldung und Details kopieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Copy the photos &amp;into class folders…</source>
            <translation>Fotos in &amp;Klassenordner kopieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>Copy the photos into class folders in</source>
            <translation>Fotos in Klassenordner kopieren: Zielordner wählen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/import_connection.py" />
            <source>Copy the photos into class folders: choose where the new folder is made</source>
            <translation>Fotos in Klassenordner kopieren: Wählen Sie, wo der neue Ordner angelegt wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Copy the photos into train, &amp;val and test folders…</source>
            <translation>Fotos in die Ordner train, &amp;val und test kopieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/export_answers.py" />
            <location filename="../../cnn_desktop/dataset/export_labels.py" />
            <source>Copying photos</source>
            <translation>Fotos werden kopiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Cosine</source>
            <translation>Kosinus</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Counting photos…</source>
            <translation>Fotos werden gezählt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Course</source>
            <translation>Kurs</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_connection.py" />
            <location filename="../../cnn_desktop/learning/explain/occlusion.py" />
            <source>Covering one part of the photo after the other</source>
            <translation>Teile des Fotos werden nacheinander abgedeckt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Covering parts</source>
            <translation>Abdecken</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Covering parts of the photo</source>
            <translation>Teile des Fotos werden abgedeckt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat.py" />
            <source>Covering the part that counts most lowers it from {before:.1%} to {after:.1%}.</source>
            <translation>Wird der wichtigste Teil abgedeckt, sinkt sie von {before:.1%} auf {after:.1%}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>D&amp;rawing</source>
            <translation>&amp;Zeichnung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Dark</source>
            <translation>Dunkel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>Dataset</source>
            <translation>Datensatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Date</source>
            <translation>Datum</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Delete class “{name}”</source>
            <translation>Klasse „{name}“ löschen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Depthwise convolution {kernel}</source>
            <translation>Kanalweise Faltung {kernel}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Depthwise {kernel}</source>
            <translation>Kanalweise {kernel}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Descending order</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Deta&amp;ils</source>
            <translation>Deta&amp;ils</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <location filename="../../cnn_desktop/gui/kit/details.py" />
            <source>Details</source>
            <translation>Details</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Dismiss</source>
            <translation>Ausblenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Do&amp;wnload</source>
            <translation>Her&amp;unterladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Do&amp;wnload, {mb:.0f} MB</source>
            <translation>Her&amp;unterladen, {mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Done</source>
            <translation>Fertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Done for no&amp;w</source>
            <translation>Für jetzt f&amp;ertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Done in {time}: {val:.1%} of the validation photos right (epoch {best}).</source>
            <translation>Fertig nach {time}: {val:.1%} der Validierungsfotos richtig (Epoche {best}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Double</source>
            <translation>Doppelt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>Double-click a training run to classify photos with its model.</source>
            <translation>Doppelklicken Sie auf ein Training, um mit seinem Modell Fotos zu klassifizieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>Download ({size} MB)</source>
            <translation>Herunterladen ({size} MB)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/download_weights.py" />
            <source>Downloading the weights for {model}</source>
            <translation>Gewichte für {model} werden heruntergeladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>Downloading the weights for {model} (megabytes)</source>
            <translation>Gewichte für {model} werden heruntergeladen (Megabyte)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>Downloading {title}</source>
            <translation>{title} wird heruntergeladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>Downloading {title} (megabytes)</source>
            <translation>{title} wird heruntergeladen (Megabyte)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>Downloading {title}, file {n} of {all} (megabytes)</source>
            <translation>{title} wird heruntergeladen, Datei {n} von {all} (Megabyte)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>Downloads {title} from the internet, then opens it</source>
            <translation>Lädt {title} aus dem Internet herunter und öffnet es dann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/panels.py" />
            <source>Drag to resize. Double-click to reset.</source>
            <translation>Ziehen Sie, um die Größe zu ändern. Doppelklicken Sie, um sie zurückzusetzen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <source>Drawing the sample photos</source>
            <translation>Beispielfotos werden gezeichnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>Drawing the sample photos.</source>
            <translation>Beispielfotos werden gezeichnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>Drop a folder of photos first. Once a model is trained, you can drop single photos to classify them.</source>
            <translation>Legen Sie zuerst einen Fotoordner ab. Sobald ein Modell trainiert ist, können Sie hier einzelne Fotos klassifizieren lassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Drop a folder of photos here</source>
            <translation>Fotoordner hier ablegen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Drop a folder of photos here.</source>
            <translation>Legen Sie hier einen Fotoordner ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Drop a folder of photos on a window and get an image classifier you can trust. Everything stays on this computer: your photos and models never leave it.</source>
            <translation>Legen Sie einen Fotoordner auf einem Fenster ab, und Sie bekommen eine Bilderkennung, der Sie vertrauen können. Alles bleibt auf diesem Computer: Ihre Fotos und Modelle verlassen ihn nie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Drop a folder of photos, train a model that tells them apart, and see how far you can trust it.</source>
            <translation>Legen Sie einen Fotoordner ab, trainieren Sie ein Modell, das die Fotos unterscheidet, und sehen Sie, wie weit Sie ihm trauen können.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Drop any photo here to see which class the model chooses, and how sure it is.</source>
            <translation>Ziehen Sie ein beliebiges Foto hierher, um zu sehen, welche Klasse das Modell wählt und wie sicher es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to classify {n:this photo|these photos}</source>
            <translation>Hier ablegen, um {n:dieses Foto|diese Fotos} zu klassifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to classify “{name}”</source>
            <translation>Hier ablegen, um „{name}“ zu klassifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to open this model</source>
            <translation>Hier ablegen, um dieses Modell zu öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to open {n} files or folders</source>
            <translation>Hier ablegen, um {n} Dateien oder Ordner zu öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to open “{name}”</source>
            <translation>Hier ablegen, um „{name}“ zu öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_sign.py" />
            <source>Drop here to view this picture</source>
            <translation>Hier ablegen, um dieses Bild anzusehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Drop photos or a folder here.</source>
            <translation>Legen Sie hier Fotos oder einen Ordner ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>E&amp;xport decisions…</source>
            <translation>Entscheidungen e&amp;xportieren…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Each folder is a class, and the bars show how many photos it has. About 15 in 100 photos are set aside for a fair test at the end. In the sample, a few photos have the wrong label, as happens in real life.</source>
            <translation>Jeder Ordner ist eine Klasse; die Balken zeigen, wie viele Fotos sie hat. Etwa 15 von 100 werden für einen fairen Test am Ende beiseitegelegt. Im Beispiel haben, wie im Leben, ein paar Fotos die falsche Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Each map becomes one number: the average of all its numbers.</source>
            <translation>Aus jeder Karte wird eine Zahl: der Mittelwert all ihrer Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Each map becomes one number: the largest of all its numbers.</source>
            <translation>Aus jeder Karte wird eine Zahl: die größte aller ihrer Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Each map is shifted and stretched so that all have a common scale.</source>
            <translation>Jede Karte wird verschoben und gestreckt, damit alle eine gemeinsame Skala haben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Each of medium strength.</source>
            <translation>Jede von mittlerer Stärke.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>Each part ends early when nothing improves.</source>
            <translation>Jeder Teil endet früher, wenn sich nichts mehr verbessert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Each photo gets the class that is suggested for it.</source>
            <translation>Jedes Foto bekommt die Klasse, die für es vorgeschlagen ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each row is a true class, each column what the network said. Right answers are on the diagonal. A strong colour anywhere else shows which two classes are mistaken for each other.</source>
            <translation>Jede Zeile ist eine wahre Klasse, jede Spalte das, was das Netz gesagt hat. Richtige Antworten liegen auf der Diagonalen. Eine kräftige Farbe an anderer Stelle zeigt, welche zwei Klassen verwechselt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each time a training photo is used, it is changed a little: mirrored, cropped or brightened. The network sees more variety and learns what does not matter. Your files and the validation and test photos are never changed.</source>
            <translation>Jedes Mal, wenn ein Trainingsfoto verwendet wird, wird es ein wenig verändert: gespiegelt, zugeschnitten oder aufgehellt. Das Netz sieht mehr Vielfalt und lernt, worauf es nicht ankommt. Ihre Dateien sowie Validierungs- und Testfotos werden nie verändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Earlier maps</source>
            <translation>Vorige Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>End early when nothing improves</source>
            <translation>Früher enden, wenn nichts besser wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>End tour</source>
            <translation>Tour beenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>End tour. Key: Esc</source>
            <translation>Tour beenden. Taste: Esc</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Enter a number.</source>
            <translation>Geben Sie eine Zahl ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Epoch</source>
            <translation>Epoche</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Epoch {epoch} of {epochs}: loss {loss:.3f}, {val:.1%} of the validation photos right, {s:.0f} s.</source>
            <translation>Epoche {epoch} von {epochs}: Verlust {loss:.3f}, {val:.1%} der Validierungsfotos richtig, {s:.0f} s.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Epoch {epoch} of {epochs}: the loss is no longer a number. Choose a smaller learning rate.</source>
            <translation>Epoche {epoch} von {epochs}: Der Verlust ist keine Zahl mehr. Wählen Sie eine kleinere Lernrate.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs, last stages</source>
            <translation>Epochen, letzte Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs, new last layer</source>
            <translation>Epochen, neue letzte Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Epochs, whole network</source>
            <translation>Epochen, ganzes Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>Evaluation</source>
            <translation>Auswertung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Evaluation and Viewer use the model from this training run</source>
            <translation>Auswertung und Betrachter verwenden das Modell aus diesem Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Every input is connected to every output by its own weight. Here the patterns that were found are added up into one number for each class. In a simple network, this is where most of the parameters are.</source>
            <translation>Jeder Eingang ist mit jedem Ausgang durch ein eigenes Gewicht verbunden. Hier werden die gefundenen Muster zu einer Zahl je Klasse zusammengezählt. In einem einfachen Netz liegen hier die meisten Parameter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Every number by itself: mostly, what is below 0 becomes 0.</source>
            <translation>Jede Zahl für sich: Meist wird, was unter 0 liegt, zu 0.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Every other photo, at random, is mirrored.</source>
            <translation>Jedes zweite Foto, zufällig gewählt, wird gespiegelt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Every photo counts on its own. This is right when the photos were taken independently of each other.</source>
            <translation>Jedes Foto zählt für sich. Das ist richtig, wenn die Fotos unabhängig voneinander aufgenommen wurden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Every photo has a label</source>
            <translation>Jedes Foto hat eine Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Every photo in it is classified. You can also drop many photos at once.</source>
            <translation>Jedes Foto darin wird klassifiziert. Sie können auch viele Fotos auf einmal ablegen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Every photo is resized to a square with sides of this many pixels.</source>
            <translation>Jedes Foto wird auf ein Quadrat mit dieser Seitenlänge in Pixeln gebracht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Every photo is shown as it is.</source>
            <translation>Jedes Foto wird so gezeigt, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Every step ({n})</source>
            <translation>Alle Schritte ({n})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>Every training run with a model is listed here.</source>
            <translation>Hier steht jedes Training, das ein Modell ergeben hat.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Everything works on this computer.</source>
            <translation>Auf diesem Computer funktioniert alles.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Exact copies</source>
            <translation>Genaue Kopien</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>Example</source>
            <translation>Beispiel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>Examples of groups</source>
            <translation>Beispiele für Gruppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Exclude</source>
            <translation>Ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Exclude photos</source>
            <translation>Fotos ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/remedies.py" />
            <source>Exclude {n:this photo|these {n} photos}</source>
            <translation>{n:Dieses Foto|Diese {n} Fotos} ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Exclude {n} {n:photo|photos}</source>
            <translation>{n} {n:Foto|Fotos} ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Excluded</source>
            <translation>Ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Export decisions</source>
            <translation>Entscheidungen exportieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>Exposure</source>
            <translation>Belichtung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>F1</source>
            <translation>F1</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Fast, good to compare with</source>
            <translation>Schnell, gut zum Vergleichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Feature map</source>
            <translation>Merkmalskarte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Features</source>
            <translation>Merkmale</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>File</source>
            <translation>Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>File n&amp;ame</source>
            <translation>&amp;Dateiname</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>File size</source>
            <translation>Dateigröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <source>Files left out</source>
            <translation>Ausgelassene Dateien</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_bar.py" />
            <source>Filter</source>
            <translation>Filter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Find what would spoil the training</source>
            <translation>Finden, was das Training verderben würde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_page.py" />
            <source>Finds photos that were cut out of others, which no other check does. The model that comes with the app looks at every photo for that: it takes several times as long as the rest. What it has seen is kept, so the next time is quicker.</source>
            <translation>Findet Fotos, die aus anderen ausgeschnitten wurden; das tut keine andere Prüfung. Das Modell, das dem Programm beiliegt, sieht sich dafür jedes Foto an: Das dauert mehrmals so lange wie der Rest. Was es gesehen hat, wird gespeichert, darum geht es beim nächsten Mal schneller.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>First rows of the table</source>
            <translation>Erste Zeilen der Tabelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Fit to window</source>
            <translation>An Fenster anpassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Flatten</source>
            <translation>Abflachen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Fo&amp;lder</source>
            <translation>&amp;Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Folder level</source>
            <translation>Ordnerebene</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Folder order</source>
            <translation>Wie im Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>For example turned, slanted or recoloured.</source>
            <translation>Zum Beispiel gedreht, geneigt oder umgefärbt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>For phones and small devices</source>
            <translation>Für Telefone und kleine Geräte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>For this class</source>
            <translation>Für diese Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>For training only. Results are always computed with full precision.</source>
            <translation>Nur für das Training. Ergebnisse werden immer mit voller Genauigkeit berechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Found when the folder was read. A check finds more.</source>
            <translation>Beim Lesen des Ordners gefunden. Eine Prüfung findet mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Freezing (transfer learning)</source>
            <translation>Einfrieren (Transferlernen)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>From &amp;scratch</source>
            <translation>Von &amp;null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <source>From folder</source>
            <translation>Aus dem Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>From the timm library</source>
            <translation>Aus der timm-Bibliothek</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Full (32 bits)</source>
            <translation>Voll (32 Bit)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Full precision (float32) uses 32 bits for each number, half precision (bfloat16) only 16, with the same range but fewer digits. Half precision can be faster on newer processors and graphics cards. Results are always computed with full precision.</source>
            <translation>Volle Genauigkeit (float32) verwendet 32 Bit für jede Zahl, halbe (bfloat16) nur 16, mit gleichem Bereich, aber weniger Stellen. Halbe Genauigkeit kann auf neueren Prozessoren und Grafikkarten schneller sein. Ergebnisse werden immer mit voller Genauigkeit berechnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Fully connected</source>
            <translation>Vollständig verbunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Fully connected layer</source>
            <translation>Vollständig verbundene Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Fully connected, ReLU</source>
            <translation>Vollständig verbunden, ReLU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>General</source>
            <translation>Allgemein</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Gentle</source>
            <translation>Leicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Get the &amp;weights</source>
            <translation>Gewichte ho&amp;len</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/remedies.py" />
            <source>Give photos of small classes more weight in training</source>
            <translation>Fotos kleiner Klassen im Training stärker gewichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Global pooling</source>
            <translation>Globales Pooling</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Go to &amp;Training</source>
            <translation>&amp;Zum Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Go to &amp;training</source>
            <translation>&amp;Zum Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Go to Training and press Train. It takes about a minute, and the tour waits for you.</source>
            <translation>Gehen Sie zum Training und drücken Sie auf „Trainieren“. Es dauert etwa eine Minute, und die Tour wartet auf Sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/jump_box.py" />
            <source>Go to photo number</source>
            <translation>Zu Foto Nummer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Go to the &amp;check</source>
            <translation>&amp;Zur Prüfung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Go to the Datase&amp;t step</source>
            <translation>&amp;Zum Datensatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Goes back to the method before</source>
            <translation>Zurück zum Verfahren davor</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Good to know</source>
            <translation>Gut zu wissen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Grad-CAM</source>
            <translation>Grad-CAM</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Grad-CAM++</source>
            <translation>Grad-CAM++</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Graphics &amp;card…</source>
            <translation>Grafi&amp;kkarte …</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>Graphics card</source>
            <translation>Grafikkarte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Green</source>
            <translation>Grün</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Grey among colour</source>
            <translation>Grau unter farbigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>Group</source>
            <translation>Gruppe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Guided tour</source>
            <translation>Geführte Tour</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Guided tour · {n} of {total}</source>
            <translation>Geführte Tour · {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Half (16 bits)</source>
            <translation>Halb (16 Bit)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Hard to tell.</source>
            <translation>Schwer zu sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Hard to tell: {name} or {other}.</source>
            <translation>Schwer zu sagen: {name} oder {other}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Has no weights and starts from scratch</source>
            <translation>Hat keine Gewichte und beginnt bei null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Have the labels checked first: then the suspicious photos come here, one by one.</source>
            <translation>Lassen Sie zuerst die Labels prüfen: Dann kommen die verdächtigen Fotos hierher, eines nach dem anderen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Have the labels checked first: then the suspicious validation and test photos come here.</source>
            <translation>Lassen Sie zuerst die Labels prüfen: Dann kommen die verdächtigen Validierungs- und Testfotos hierher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Here it works on several rows of numbers at once, which have no picture.</source>
            <translation>Hier verarbeitet sie mehrere Reihen von Zahlen auf einmal, und dazu gibt es kein Bild.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Here the app looks for photos whose label is probably wrong, and you decide about each. This is the end of the tour. To start with your own photos, drop a folder of them on the window.</source>
            <translation>Hier sucht das Programm Fotos mit wahrscheinlich falschem Label, und Sie entscheiden. Hier endet die Tour. Für eigene Fotos ziehen Sie einen Fotoordner auf das Fenster.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Hidden</source>
            <translation>Verborgen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/histogram.py" />
            <source>Histogram</source>
            <translation>Histogramm</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>Histor&amp;y</source>
            <translation>&amp;Verlauf</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>How far the answers are from the truth. Lower is better.</source>
            <translation>Wie weit die Antworten von der Wahrheit entfernt sind. Weniger ist besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>How far the weights move at each adjustment. If it is too small, training takes forever. If it is too large, training keeps jumping past the best spot. 0.001 is a good start for a new layer.</source>
            <translation>Wie weit sich die Gewichte bei jeder Anpassung bewegen. Ist sie zu klein, dauert das Training ewig. Ist sie zu groß, springt es immer wieder über die beste Stelle hinweg. 0,001 ist ein guter Anfang für eine neue Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How far the weights move at each step: those of the new last layer, or of the whole network when it starts from scratch.</source>
            <translation>Wie weit sich die Gewichte bei jedem Schritt bewegen: die der neuen letzten Schicht oder, beim Start von null, die des ganzen Netzes.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>How it is made</source>
            <translation>Wie es entsteht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>How long one photo takes in training on this computer, with your settings. Measured in earlier training; ≈ marks an estimate.</source>
            <translation>Wie lange ein Foto beim Training auf diesem Computer mit Ihren Einstellungen dauert. Bei früherem Training gemessen; ≈ steht für eine Schätzung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How many photos the model sees before its weights are adjusted. Choose fewer if memory runs out.</source>
            <translation>Wie viele Fotos das Modell sieht, bevor seine Gewichte angepasst werden. Wählen Sie weniger, wenn der Speicher nicht reicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/histogram.py" />
            <source>How many pixels are dark (left) and bright (right), in red, green and blue</source>
            <translation>Wie viele Pixel dunkel (links) und hell (rechts) sind, in Rot, Grün und Blau</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How many times the model goes through all training photos while only the new last layer learns. 0 skips this part.</source>
            <translation>Wie oft das Modell alle Trainingsfotos durchgeht, während nur die neue letzte Schicht lernt. 0 überspringt diesen Teil.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How many times the model goes through all training photos while the last stages learn. 0 skips this part.</source>
            <translation>Wie oft das Modell alle Trainingsfotos durchgeht, während die letzten Stufen lernen. 0 überspringt diesen Teil.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How many times the model goes through all training photos while the whole network learns. 0 skips this part.</source>
            <translation>Wie oft das Modell alle Trainingsfotos durchgeht, während das ganze Netz lernt. 0 überspringt diesen Teil.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>How much of a pretrained network may change. The rest keeps what it has learned.</source>
            <translation>Wie viel von einem vortrainierten Netz sich ändern darf. Der Rest behält, was er gelernt hat.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>How much training photos are changed</source>
            <translation>Wie stark Trainingsfotos verändert werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>How often the network's first guess is right on ImageNet, a well-known set of photos in 1,000 classes. It shows how good a network's eyes are before it has seen your photos. With a few easy classes, every network does better.</source>
            <translation>Wie oft die erste Vermutung des Netzes auf ImageNet stimmt, einer bekannten Sammlung von Fotos aus 1.000 Klassen. Das zeigt, wie gut die Augen eines Netzes sind, bevor es Ihre Fotos gesehen hat. Bei wenigen, leichten Klassen ist jedes Netz besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>How often the pretrained network's first answer is right on ImageNet, a well-known set of photos (top-1). With your photos, the figure will be different.</source>
            <translation>Wie oft die erste Antwort des vortrainierten Netzes auf ImageNet stimmt, einer bekannten Fotosammlung (Top-1). Mit Ihren Fotos wird der Wert ein anderer sein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>How photos are shown</source>
            <translation>Wie Fotos gezeigt werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>How strongly the colours cover the photo</source>
            <translation>Wie stark die Farben das Foto bedecken</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>How the model is asked where it looks</source>
            <translation>Auf welchem Weg ermittelt wird, wo das Modell hinsieht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>How the numbers of “{layer}” are made cannot be shown. Choose a convolution, a pooling or a linear layer.</source>
            <translation>Wie die Zahlen von „{layer}“ entstehen, lässt sich nicht zeigen. Wählen Sie eine Faltung, ein Pooling oder eine vollständig verbundene Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_page.py" />
            <source>How thoroughly</source>
            <translation>Wie gründlich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>If it does not take long, the whole network then learns for {n} more {n:epoch|epochs}.</source>
            <translation>Wenn es nicht lange dauert, lernt danach das ganze Netz noch {n} {n:Epoche|Epochen} lang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>If they are on an external drive, connect it and open the project again.</source>
            <translation>Wenn sie auf einem externen Laufwerk liegen, schließen Sie es an und öffnen Sie das Projekt noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>If they are on an external drive, connect it.</source>
            <translation>Wenn sie auf einem externen Laufwerk sind, schließen Sie es an.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>If you pause it, the window stays open and the computer is free for other things.</source>
            <translation>Wenn Sie es anhalten, bleibt das Fenster offen, und der Computer ist frei für anderes.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>If you stop it, the best model so far is kept, and you can resume later.</source>
            <translation>Wenn Sie es stoppen, bleibt das bisher beste Modell erhalten, und Sie können später weitermachen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Image size</source>
            <translation>Bildgröße</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Image size {value} is out of range. Choose 32 to 1024 pixels; 224 is a good start.</source>
            <translation>Die Bildgröße {value} ist nicht möglich. Wählen Sie 32 bis 1024 Pixel; 224 ist ein guter Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>ImageNet</source>
            <translation>ImageNet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>ImageNet weights that come with the app</source>
            <translation>ImageNet-Gewichte, die schon dabei sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Import a weights file</source>
            <translation>Gewichtsdatei importieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Import a weights file for this model</source>
            <translation>Gewichtsdatei für dieses Modell importieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>In a small class</source>
            <translation>In einer kleinen Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>In classes of unequal size</source>
            <translation>In ungleich großen Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>In classes with similar names</source>
            <translation>In Klassen mit ähnlichen Namen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>In one epoch, the network sees every training photo once. After each epoch, the validation photos show whether it is still getting better.</source>
            <translation>In einer Epoche sieht das Netz jedes Trainingsfoto einmal. Nach jeder Epoche zeigen die Validierungsfotos, ob es noch besser wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>In order</source>
            <translation>Aufsteigend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>In reverse order</source>
            <translation>Absteigend</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Included</source>
            <translation>Dabei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Incomplete file</source>
            <translation>Unvollständige Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Input {n}</source>
            <translation>Eingang {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Input × kernel</source>
            <translation>Eingang × Kern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Input × weight</source>
            <translation>Eingang × Gewicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Inside the &amp;network</source>
            <translation>Im &amp;Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Intel’s own terms</source>
            <translation>Bedingungen von Intel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>It is not clear what the table’s columns hold.</source>
            <translation>Es ist nicht klar, was in den Spalten der Tabelle steht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>It is on this computer already</source>
            <translation>Er ist schon auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/answered.py" />
            <source>It is unlike the photos the model was trained on.</source>
            <translation>Es ähnelt den Fotos nicht, mit denen das Modell trainiert wurde.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>It is unlike the photos the model was trained on. The nearest class is {name}.</source>
            <translation>Es ähnelt den Fotos nicht, mit denen das Modell trainiert wurde. Am nächsten kommt die Klasse {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>It is “{label}”</source>
            <translation>Es ist „{label}“</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>It predicts {share:.0%} of the labels of photos it has not seen, little more than by guessing, so it cannot tell which are wrong. Check that the folders hold what their names say.</source>
            <translation>Es sagt {share:.0%} der Labels von Fotos richtig vorher, die es nicht gesehen hat, kaum mehr als durch Raten. Darum kann es nicht erkennen, welche falsch sind. Prüfen Sie, ob die Ordner enthalten, was ihre Namen sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>It should contain one folder for each class, named after the class</source>
            <translation>Er sollte je Klasse einen Ordner enthalten, benannt nach der Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>It should contain one folder for each class, named after the class. Your photos stay where they are and are never changed.</source>
            <translation>Er sollte je Klasse einen Ordner enthalten, benannt nach der Klasse. Ihre Fotos bleiben, wo sie sind, und werden nie verändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>It took longer than five minutes.</source>
            <translation>Es hat länger als fünf Minuten gedauert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Its pretrained weights are not on this computer yet. Download or import them, or choose “From scratch”.</source>
            <translation>Seine vortrainierten Gewichte sind noch nicht auf diesem Computer. Laden oder importieren Sie sie, oder wählen Sie „Von null“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/by_recipe.py" />
            <source>Judging photos it has not seen</source>
            <translation>Ungesehene Fotos werden beurteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Keep label “{label}”</source>
            <translation>Label „{label}“ behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/leak_banner.py" />
            <source>Keep on o&amp;ne side</source>
            <translation>Auf einer Seite ha&amp;lten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Keep on one side</source>
            <translation>Auf einer Seite halten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Keep one of each</source>
            <translation>Je eines behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/remedies.py" />
            <source>Keep one of each, exclude the others</source>
            <translation>Je eines behalten, die anderen ausschließen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/remedies.py" />
            <source>Keep photos that belong together on one side of the split</source>
            <translation>Fotos, die zusammengehören, auf einer Seite der Aufteilung halten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Keep the label</source>
            <translation>Label behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Keep together by</source>
            <translation>Zusammenhalten nach</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Keep {n} labels</source>
            <translation>{n} Labels behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Keep {n} {n:label|labels}</source>
            <translation>{n} {n:Label|Labels} behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Keep “{label}”</source>
            <translation>„{label}“ behalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Keeps 70 to 100 % of the photo.</source>
            <translation>Behält 70 bis 100 % des Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Keeps a second process ready in the background. It uses about 0.7 GB of memory and closes when memory runs low.</source>
            <translation>Hält im Hintergrund einen zweiten Prozess bereit. Er braucht etwa 0,7 GB Arbeitsspeicher und wird beendet, wenn der knapp wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Keeps the weights small, which helps against overfitting. 0 turns it off.</source>
            <translation>Hält die Gewichte klein; das hilft gegen Überanpassung. 0 schaltet es aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Kernel {n}</source>
            <translation>Kern {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Kernel {n} of {total}</source>
            <translation>Kern {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Known classes</source>
            <translation>Bekannte Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>L&amp;anguage</source>
            <translation>S&amp;prache</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Label</source>
            <translation>Label</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/fresh.py" />
            <location filename="../../cnn_desktop/project/labels.py" />
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Label as “{label}”</source>
            <translation>Klasse „{label}“ zuordnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Label before</source>
            <translation>Label vorher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Label more by hand to measure it more closely.</source>
            <translation>Ordnen Sie mehr Fotos von Hand zu, um es genauer zu messen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Label now</source>
            <translation>Label jetzt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>Label photos of at least two classes: select some and type a name.</source>
            <translation>Ordnen Sie Fotos mindestens zwei Klassen zu: Wählen Sie einige aus, und tippen Sie einen Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Label some photos by hand in the Dataset step, too: on these it is measured how good the suggestions are.</source>
            <translation>Ordnen Sie auch unter „Datensatz“ einige Fotos von Hand zu: An ihnen wird gemessen, wie gut die Vorschläge sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>Label {n} {n:photo|photos} as</source>
            <translation>{n} {n:Foto|Fotos} zuordnen zu</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_page.py" />
            <source>Labelled</source>
            <translation>Zugeordnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_plot.py" />
            <source>Labelled photos</source>
            <translation>Zugeordnete Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Labelled {label}.</source>
            <translation>Label: {label}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Labelled “{label}”, but probably “{suggested}” ({p:.0%}). What is it?</source>
            <translation>Label „{label}“, aber wahrscheinlich „{suggested}“ ({p:.0%}). Was ist es?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>Labels</source>
            <translation>Labels</translation>
        </message>
        <message>
            <source>Labels agreed on in blind review</source>
            <translation>Labels nach zweiter Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Labels agreed on in the second opinion</source>
            <translation>Labels nach zweiter Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>Labels are being saved. Wait until that has finished, or stop it first.</source>
            <translation>Labels werden gerade gespeichert. Warten Sie, bis das fertig ist, oder brechen Sie es zuerst ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>Labels as the folders say</source>
            <translation>Labels, wie die Ordner sagen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>Labels can only be compared between classes of {n} photos or more, and there are fewer than two such classes. Add photos to each class.</source>
            <translation>Labels lassen sich nur zwischen Klassen mit {n} oder mehr Fotos vergleichen, und davon gibt es weniger als zwei. Fügen Sie jeder Klasse Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Labels changed</source>
            <translation>Klasse geändert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Largest first</source>
            <translation>Größte zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Later maps</source>
            <translation>Nächste Karten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Layer</source>
            <translation>Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_strip.py" />
            <source>Layers</source>
            <translation>Schichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Layers of the chosen model</source>
            <translation>Schichten des gewählten Modells</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>Layers that do not learn: {reason}</source>
            <translation>Schichten, die nicht lernen: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Layers to train</source>
            <translation>Was lernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Learned from {labelled} labelled {labelled:photo|photos}, and looked at {unlabelled} without a label.</source>
            <translation>Aus {labelled} {labelled:zugeordnetem Foto|zugeordneten Fotos} gelernt und {unlabelled} ohne Klasse angesehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_curve.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_page.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_plot.py" />
            <source>Learning curve</source>
            <translation>Lernkurve</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_connection.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_page.py" />
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>Learning from your labels</source>
            <translation>Lernen aus Ihren Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Learning rate</source>
            <translation>Lernrate</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate schedule</source>
            <translation>Verlauf der Lernrate</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate, last stages</source>
            <translation>Lernrate, letzte Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate, whole network</source>
            <translation>Lernrate, ganzes Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/familiar.py" />
            <source>Learning what your photos look like</source>
            <translation>Das Aussehen Ihrer Fotos wird gelernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Least confident first</source>
            <translation>Die unsichersten zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Level {number}: {names} ({n} {n:folder|folders})</source>
            <translation>Ebene {number}: {names} ({n} Ordner)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Licence</source>
            <translation>Lizenz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Licence for the weights: {licence}</source>
            <translation>Lizenz der Gewichte: {licence}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Licences of the software this app uses</source>
            <translation>Lizenzen der verwendeten Software</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Light</source>
            <translation>Hell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Lists every training run with its figures; opens one in the Viewer</source>
            <translation>Listet alle Trainings mit ihren Zahlen auf; öffnet eines im Betrachter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Loading the layers…
This takes a few seconds the first time.</source>
            <translation>Schichten werden geladen…
Beim ersten Mal dauert das einige Sekunden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/classify.py" />
            <source>Loading the model</source>
            <translation>Modell wird geladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/curves.py" />
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Loading the model and photos</source>
            <translation>Modell und Fotos werden geladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Loading the model…</source>
            <translation>Modell wird geladen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Log</source>
            <translation>Protokoll</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Longest window delay while training</source>
            <translation>Längste Verzögerung des Fensters beim Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Look at each photo once</source>
            <translation>Jedes Foto nur einmal ansehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Look at them, and exclude the wrong ones: which are right, only you can tell.</source>
            <translation>Sehen Sie sich die Fotos an, und schließen Sie die falschen aus: Welche richtig sind, können nur Sie sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Looked at</source>
            <translation>Angesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/check.py" />
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>Looking at the photos</source>
            <translation>Fotos werden angesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>Looking at the training photos</source>
            <translation>Trainingsfotos werden angesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_connection.py" />
            <source>Looking at the training photos. This takes a moment the first time.</source>
            <translation>Trainingsfotos werden angesehen. Beim ersten Mal dauert das einen Moment.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/alike.py" />
            <source>Looking at your training photos</source>
            <translation>Ihre Trainingsfotos werden angesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copies.py" />
            <source>Looking for copies of photos</source>
            <translation>Kopien von Fotos werden gesucht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_connection.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <location filename="../../cnn_desktop/learning/answers/classify.py" />
            <source>Looking for photos</source>
            <translation>Fotos werden gesucht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>Looking for photos that look alike</source>
            <translation>Ähnliche Fotos werden gesucht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Looks at each number by itself. ReLU, the simplest one, replaces every number below 0 with 0: only what was found counts. Without this step, many layers together could do no more than a single one.</source>
            <translation>Betrachtet jede Zahl für sich. ReLU, die einfachste Aktivierung, ersetzt jede Zahl unter 0 durch 0: Nur was gefunden wurde, zählt. Ohne diesen Schritt könnten viele Schichten zusammen nicht mehr als eine einzige.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>Loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Loss and accuracy curves</source>
            <translation>Kurven für Verlust und Genauigkeit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Map {n}</source>
            <translation>Karte {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Map {n} of {total}</source>
            <translation>Karte {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Map {n}, row {row}, column {column}</source>
            <translation>Karte {n}, Zeile {row}, Spalte {column}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Maps or kernels</source>
            <translation>Karten oder Kerne</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_side.py" />
            <source>Maps, {when}</source>
            <translation>Karten: {when}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Mark as unsure</source>
            <translation>Als unsicher vermerken</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Mark {n} photos as unsure</source>
            <translation>{n} Fotos als unsicher vermerken</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Measuring how fast the network learns on this computer.</source>
            <translation>Es wird gemessen, wie schnell das Netz auf diesem Computer lernt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/depth.py" />
            <source>Measuring the brightness of your photos</source>
            <translation>Helligkeit Ihrer Fotos wird gemessen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Measuring the cache…</source>
            <translation>Größe des Zwischenspeichers wird ermittelt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/labelling.py" />
            <source>Merge “{name}” into</source>
            <translation>„{name}“ zusammenlegen mit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Merge “{old}” into “{new}”</source>
            <translation>„{old}“ mit „{new}“ zusammenlegen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Messages</source>
            <translation>Meldungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Messages appear here during training.</source>
            <translation>Hier erscheinen während des Trainings Meldungen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Method</source>
            <translation>Methode</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Microsoft’s own terms</source>
            <translation>Bedingungen von Microsoft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Missing</source>
            <translation>Fehlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>Mistaken for</source>
            <translation>Gehalten für</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Mixed</source>
            <translation>Gemischt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>Model</source>
            <translation>Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Models</source>
            <translation>Modelle</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>Models trained with your settings predict only {share:.0%} of the labels, so this check tells less than the quick one. Train longer, or choose another check.</source>
            <translation>Mit Ihren Einstellungen trainierte Modelle sagen nur {share:.0%} der Labels richtig voraus; diese Prüfung sagt deshalb weniger als die schnelle. Trainieren Sie länger, oder wählen Sie eine andere Prüfung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>More accurate, comes with the app</source>
            <translation>Genauer, liegt dem Programm bei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Most common mistake: “{true}” taken for “{predicted}” ({n} of {total} {total:photo|photos}).</source>
            <translation>Häufigster Fehler: „{true}“ für „{predicted}“ gehalten ({n} von {total} {total:Foto|Fotos}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Most confident first</source>
            <translation>Die sichersten zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>Most likely classes</source>
            <translation>Wahrscheinlichste Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Moves on to the next part of the recipe after {n} {n:epoch|epochs} without improvement.</source>
            <translation>Geht nach {n} {n:Epoche|Epochen} ohne Verbesserung zum nächsten Teil des Rezepts über.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Multiplies the loss of each photo by a weight: the fewer photos its class has, the higher. All classes then weigh the same. Helps when some classes have far fewer photos than others.</source>
            <translation>Multipliziert den Verlust jedes Fotos mit einem Gewicht: je weniger Fotos seine Klasse hat, desto höher. Alle Klassen zählen dann gleich viel. Das hilft, wenn einige Klassen viel weniger Fotos haben als andere.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>NVIDIA’s own terms</source>
            <translation>Bedingungen von NVIDIA</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Na&amp;me this state</source>
            <translation>Stand b&amp;enennen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Name</source>
            <translation>Name</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>Name of the class</source>
            <translation>Name der Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>Name of this state of the labels</source>
            <translation>Name für diesen Stand der Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Ne&amp;xt</source>
            <translation>&amp;Weiter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Near copies have not been looked for yet. Check the photos first, so that they are kept together.</source>
            <translation>Nach Fast-Kopien wurde noch nicht gesucht. Prüfen Sie zuerst die Fotos, damit sie zusammengehalten werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Near duplicates</source>
            <translation>Fast-Kopien</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>New</source>
            <translation>Neu</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>New photos in the folder are classified as they appear.</source>
            <translation>Neue Fotos im Ordner werden klassifiziert, sobald sie da sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Newest first</source>
            <translation>Neueste zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Next photo</source>
            <translation>Nächstes Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_preview.py" />
            <source>Nine variations of a photo</source>
            <translation>Neun Varianten eines Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>No answer</source>
            <translation>Keine Antwort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/class_picker.py" />
            <source>No class has these letters.</source>
            <translation>Keine Klasse enthält diese Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>No classes were mistaken for each other.</source>
            <translation>Keine Klassen wurden verwechselt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>No clear difference</source>
            <translation>Kein deutlicher Unterschied</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>No damaged, blurred or repeated photos, no photo in two classes or on two sides of the split.</source>
            <translation>Keine beschädigten, unscharfen oder mehrfachen Fotos, kein Foto in zwei Klassen oder auf zwei Seiten der Aufteilung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>No groups found. Every photo counts on its own.</source>
            <translation>Keine Gruppen gefunden. Jedes Foto zählt für sich.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>No label has been changed yet</source>
            <translation>Noch ist kein Label geändert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>No label has been changed yet.</source>
            <translation>Noch ist kein Label geändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>No label has been checked yet</source>
            <translation>Noch ist kein Label geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>No label stands out as wrong. {judged}.</source>
            <translation>Kein Label fällt als falsch auf. {judged}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>No mistakes; least confident first</source>
            <translation>Keine Fehler; die unsichersten zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>No model is trained yet</source>
            <translation>Noch ist kein Modell trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>No model was trained before the labels were changed, so there is nothing to compare with.</source>
            <translation>Vor der Änderung der Labels wurde kein Modell trainiert, darum gibt es nichts zu vergleichen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>No model yet</source>
            <translation>Noch kein Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>No photo matches these choices.</source>
            <translation>Kein Foto passt zu dieser Auswahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>No photo needs a second opinion yet</source>
            <translation>Noch braucht kein Foto eine zweite Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/find_crops.py" />
            <source>No photo shows part of another one.</source>
            <translation>Kein Foto zeigt einen Teil eines anderen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <source>No photo was classified as this class.</source>
            <translation>Kein Foto wurde als diese Klasse erkannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>No photos in {folder} can be used. {reasons}</source>
            <translation>In {folder} sind keine Fotos, die sich verwenden lassen. {reasons}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>No photos were classified.</source>
            <translation>Es wurden keine Fotos klassifiziert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>No photos yet</source>
            <translation>Noch keine Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>No such photo is left</source>
            <translation>Kein solches Foto ist übrig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>No training has used exactly these labels.</source>
            <translation>Kein Training hat genau diese Labels verwendet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>No training photo is suspicious</source>
            <translation>Kein Trainingsfoto ist verdächtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>None</source>
            <translation>Keine</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/photos.py" />
            <source>None of the photos in the project {folder} are labelled yet. Open it in the app, and label photos of at least two classes.</source>
            <translation>Im Projekt {folder} ist noch kein Foto einer Klasse zugeordnet. Öffnen Sie es im Programm, und ordnen Sie Fotos mindestens zwei Klassen zu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>None of these photos has a label yet. Label some in the Dataset step.</source>
            <translation>Noch hat keines dieser Fotos ein Label. Geben Sie einigen im Schritt „Datensatz“ eines.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Normalisation</source>
            <translation>Normalisierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Not checked yet, and this project is read-only here.</source>
            <translation>Noch nicht geprüft, und dieses Projekt kann hier nur angesehen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Not classified yet</source>
            <translation>Noch nicht klassifiziert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Not for text, signs or anything else where left and right matter.</source>
            <translation>Nicht für Schrift, Schilder und anderes, bei dem links und rechts zählen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>Not labelled</source>
            <translation>Ohne Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Not tested</source>
            <translation>Nicht getestet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Nothing has been decided about a suspicious photo yet.</source>
            <translation>Noch ist über kein verdächtiges Foto entschieden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat.py" />
            <source>Nothing in this photo speaks for “{name}”.</source>
            <translation>Nichts in diesem Foto spricht für „{name}“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Nothing is open yet. Drop a folder of photos on the window, or take the tour with the sample photos.</source>
            <translation>Noch ist nichts geöffnet. Ziehen Sie einen Fotoordner auf das Fenster, oder machen Sie die Tour mit den Beispielfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>Nothing is trained yet.</source>
            <translation>Noch ist nichts trainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Nothing of your classes can be seen in this photo, so it should not be used.</source>
            <translation>Auf diesem Foto ist nichts von Ihren Klassen zu sehen, darum soll es nicht verwendet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Nothing suspicious</source>
            <translation>Nichts Verdächtiges</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Nothing to mend</source>
            <translation>Nichts zu beheben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Number format</source>
            <translation>Zahlenformat</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/quick_trainer.py" />
            <source>Number format for this part: {reason}.</source>
            <translation>Zahlenformat für diesen Teil: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Number {n}</source>
            <translation>Zahl {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/number_views.py" />
            <source>Number {n}: {value}</source>
            <translation>Zahl {n}: {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Numbers</source>
            <translation>Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_side.py" />
            <source>Numbers, {when}</source>
            <translation>Zahlen: {when}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>Of your {photos} validation {photos:photo|photos}, {unknown} would be called unknown: {far} as too unlike the training photos, {unsure} as too unsure.</source>
            <translation>Von {photos:Ihrem|Ihren} {photos} {photos:Validierungsfoto|Validierungsfotos} {unknown:würde|würden} {unknown} als unbekannt gelten: {far} als den Trainingsfotos zu unähnlich, {unsure} als zu unsicher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Of {n} people, these two have most photos in common.</source>
            <translation>Von {n} Personen haben diese beiden die meisten Fotos gemeinsam.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Oldest first</source>
            <translation>Älteste zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>On disk</source>
            <translation>Speicherplatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: no difference (95 % between {low:+.1f} and {high:+.1f} points).</source>
            <translation>Mit {n} {n:unverändertem Testfoto|unveränderten Testfotos}: vorher {before:.1%} richtig, nachher {after:.1%}: kein Unterschied (zu 95 % zwischen {low:+.1f} und {high:+.1f} Punkten).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: {points:.1f} points fewer (95 % between {low:+.1f} and {high:+.1f}).</source>
            <translation>Mit {n} {n:unverändertem Testfoto|unveränderten Testfotos}: vorher {before:.1%} richtig, nachher {after:.1%}: {points:.1f} Punkte weniger (zu 95 % zwischen {low:+.1f} und {high:+.1f}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>On {n} untouched test {n:photo|photos}: {before:.1%} right before, {after:.1%} after: {points:.1f} points more (95 % between {low:+.1f} and {high:+.1f}).</source>
            <translation>Mit {n} {n:unverändertem Testfoto|unveränderten Testfotos}: vorher {before:.1%} richtig, nachher {after:.1%}: {points:.1f} Punkte mehr (zu 95 % zwischen {low:+.1f} und {high:+.1f}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Once you have trained a model, you can see here how good it is with photos it has never seen.</source>
            <translation>Sobald Sie ein Modell trainiert haben, sehen Sie hier, wie gut es mit Fotos ist, die es nie gesehen hat.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>One &amp;by one</source>
            <translation>Ein&amp;zeln</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>One &amp;strong change</source>
            <translation>Eine &amp;starke Änderung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>One number for how far the answers are from the truth. Training makes it smaller. It is the cross-entropy: −ln of the confidence in the right class, averaged over the photos. A confident right answer costs nothing, a confident wrong one a lot.</source>
            <translation>Eine Zahl dafür, wie weit die Antworten von der Wahrheit entfernt sind. Das Training macht sie kleiner. Es ist die Kreuzentropie: −ln der Sicherheit für die richtige Klasse, gemittelt über die Fotos. Eine sichere richtige Antwort kostet nichts, eine sichere falsche viel.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>One of 14 changes, by a random amount: none, slanted, shifted, turned, brightness, colour, contrast, sharpness, fewer tones, inverted light or evened-out light. Known as TrivialAugment.</source>
            <translation>Eine von 14 Änderungen, in zufälliger Stärke: keine, geneigt, verschoben, gedreht, Helligkeit, Farbe, Kontrast, Schärfe, weniger Tonstufen, umgekehrtes oder ausgeglichenes Licht. Bekannt als TrivialAugment.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/train.py" />
            <source>One of the settings is not valid: {reason}. Correct it, then try again.</source>
            <translation>Eine der Einstellungen ist ungültig: {reason}. Berichtigen Sie sie, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>One photo, two classes</source>
            <translation>Ein Foto, zwei Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>One photo, two splits</source>
            <translation>Ein Foto, zwei Teile</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>One row for each photo shown: path, class, confidence, unknown (yes or no), and a column for each class. Unknown photos keep the class they are most like.</source>
            <translation>Eine Zeile für jedes gezeigte Foto: Pfad, Klasse, Konfidenz, unbekannt (ja oder nein) und eine Spalte für jede Klasse. Unbekannte Fotos behalten die Klasse, der sie am meisten ähneln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Only photos labelled “{label}” that are probably “{suggested}”</source>
            <translation>Nur „{label}“, wahrscheinlich „{suggested}“</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Only the largest of the {n} numbers is kept.</source>
            <translation>Nur die größte der {n} Zahlen bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Only the new last layer</source>
            <translation>Nur die neue letzte Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Only the new last layer learns. Good for a first try.</source>
            <translation>Nur die neue letzte Schicht lernt. Gut für einen ersten Versuch.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Only {errors} of the last {n} {errors:was a real error|were real errors}: you can stop here.</source>
            <translation>Nur {errors} der letzten {n} {errors:war ein echter Fehler|waren echte Fehler}: Sie können hier aufhören.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Opacity</source>
            <translation>Deckkraft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>Open</source>
            <translation>Öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Open a &amp;project…</source>
            <translation>&amp;Projekt öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Open a &amp;table of photos (CSV)…</source>
            <translation>Foto&amp;tabelle öffnen (CSV)…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>Open a folder of photos</source>
            <translation>Fotoordner öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>Open a folder of photos first.</source>
            <translation>Öffnen Sie zuerst einen Fotoordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Open a project (a folder with a name ending in .cnnproj)</source>
            <translation>Projekt öffnen (ein Ordner, dessen Name auf .cnnproj endet)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Open a table of photos</source>
            <translation>Fototabelle öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Open a trained &amp;model…</source>
            <translation>Trainiertes &amp;Modell öffnen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Open a trained model (the folder of a training run)</source>
            <translation>Trainiertes Modell öffnen (den Ordner eines Trainings)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Open photos</source>
            <translation>Fotos öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Open the &amp;sample</source>
            <translation>&amp;Beispiel öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>Open the folder again, and report the problem if it happens again.</source>
            <translation>Öffnen Sie den Ordner noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Open the sa&amp;mple</source>
            <translation>Beispiel ö&amp;ffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Opening a window, training and classifying…</source>
            <translation>Öffnen, Trainieren und Klassifizieren werden getestet…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <source>Opening {name}</source>
            <translation>{name} wird geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Opens drawn photos in six classes that come with the app</source>
            <translation>Öffnet gezeichnete Fotos in sechs Klassen, die schon dabei sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>Opens the Viewer with the model of this training run</source>
            <translation>Öffnet den Betrachter mit dem Modell dieses Trainings</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <source>Opinions given</source>
            <translation>Abgegebene Meinungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Optimiser</source>
            <translation>Optimierer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Or copy one in another program and paste it here with {key}.</source>
            <translation>Oder kopieren Sie eines in einem anderen Programm und fügen Sie es hier mit {key} ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Orange raises the result, blue lowers it.</source>
            <translation>Orange erhöht das Ergebnis, Blau senkt es.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Other notes</source>
            <translation>Andere Hinweise</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Other step ({name})</source>
            <translation>Schritt ({name})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Other steps</source>
            <translation>Weitere Schritte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <source>Output</source>
            <translation>Ausgabe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Overfitting</source>
            <translation>Überanpassung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_page.py" />
            <source>P&amp;ick all</source>
            <translation>Alle auswähle&amp;n</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>PNG image (*.png)</source>
            <translation>PNG-Bild (*.png)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Parameters</source>
            <translation>Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Pattern of the file names</source>
            <translation>Muster der Dateinamen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Paused</source>
            <translation>Angehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Paused.</source>
            <translation>Angehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Paused: {doing}</source>
            <translation>Angehalten: {doing}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Per photo</source>
            <translation>Je Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <location filename="../../cnn_desktop/gui/kit/fitted_picture.py" />
            <location filename="../../cnn_desktop/gui/labels/blind_connection.py" />
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/photo_view.py" />
            <source>Photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Photo {place} of {total}</source>
            <translation>Foto {place} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Photos</source>
            <translation>Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Photos ({endings})</source>
            <translation>Fotos ({endings})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_table.py" />
            <source>Photos and answers</source>
            <translation>Fotos und Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Photos are also cropped, and their light and colours vary. Good for few photos.</source>
            <translation>Fotos werden auch zugeschnitten, und ihr Licht und ihre Farben variieren. Gut bei wenigen Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Photos are also turned, slanted, shifted or recoloured. Good for long training on few photos.</source>
            <translation>Fotos werden auch gedreht, geneigt, verschoben oder umgefärbt. Gut für langes Training mit wenigen Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>Photos are being classified. Wait until that has finished, or stop it first.</source>
            <translation>Fotos werden klassifiziert. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>Photos are being downloaded. Wait until that has finished, or stop it first.</source>
            <translation>Fotos werden gerade heruntergeladen. Warten Sie, bis das fertig ist, oder brechen Sie es zuerst ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Photos are in other folders</source>
            <translation>Fotos sind in anderen Ordnern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Photos are mirrored at random, as courses do. A good start.</source>
            <translation>Fotos werden zufällig gespiegelt, wie in Kursen üblich. Ein guter Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/strip.py" />
            <source>Photos before and after this one</source>
            <translation>Fotos vor und nach diesem</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Photos classified correctly in a short test</source>
            <translation>Richtig erkannte Fotos in einem kurzen Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Photos go through the network in small groups. After each group, the weights are adjusted once, based on the average mistake. With larger batches, training is steadier but needs more memory.</source>
            <translation>Die Fotos gehen in kleinen Gruppen durch das Netz. Nach jeder Gruppe werden die Gewichte einmal angepasst, nach dem mittleren Fehler. Mit größeren Batches läuft das Training ruhiger, braucht aber mehr Speicher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Photos have changed since the last check. Check them again.</source>
            <translation>Seit der letzten Prüfung haben sich Fotos geändert. Prüfen Sie sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Photos in the same folder stay together, such as those of one patient or one day.</source>
            <translation>Fotos im selben Ordner bleiben zusammen, etwa die eines Patienten oder eines Tages.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Photos in the wrong part</source>
            <translation>Fotos im falschen Teil</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>Photos of each class</source>
            <translation>Fotos jeder Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>Photos of small classes count for more.</source>
            <translation>Fotos kleiner Klassen zählen mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Photos of “{name}”, most confident mistakes first</source>
            <translation>Fotos von „{name}“, die sichersten Fehler zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Photos or labels have changed since this check, so the list is older than they are.</source>
            <translation>Seit dieser Prüfung haben sich Fotos oder Labels geändert, darum ist die Liste nicht mehr aktuell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Photos people have an opinion on</source>
            <translation>Fotos, zu denen Personen eine Meinung haben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>Photos that are probably “{label}”</source>
            <translation>Fotos, die wahrscheinlich „{label}“ sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>Photos that belong together, in different parts</source>
            <translation>Fotos, die zusammengehören, in verschiedenen Teilen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>Photos that you add without a label come here. Now you can train.</source>
            <translation>Fotos, die Sie ohne Klasse hinzufügen, kommen hierher. Jetzt können Sie trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Photos to show</source>
            <translation>Welche Fotos gezeigt werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Photos whose names share a part stay together. Put that part in parentheses. * stands for any text, # for a number, ? for one character.</source>
            <translation>Fotos, deren Namen einen Teil gemeinsam haben, bleiben zusammen. Setzen Sie diesen Teil in runde Klammern. * steht für beliebigen Text, # für eine Zahl, ? für ein Zeichen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Photos with the model's answers</source>
            <translation>Fotos mit den Antworten des Modells</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Photos with the same entry in the group column of the table stay together.</source>
            <translation>Fotos mit demselben Eintrag in der Gruppenspalte der Tabelle bleiben zusammen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>Photos without a &amp;label</source>
            <translation>Fotos ohne K&amp;lasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Pick photos: click with Ctrl or Shift, or drag a frame around them.</source>
            <translation>Fotos auswählen: Klicken Sie mit Strg oder Umschalt, oder ziehen Sie einen Rahmen um sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_page.py" />
            <source>Pick those that are wrong and give them another class, then confirm the rest of the row.</source>
            <translation>Wählen Sie die falschen aus, und geben Sie ihnen eine andere Klasse. Bestätigen Sie dann den Rest der Reihe.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Picture and filter</source>
            <translation>Bild und Filter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Pictures of {width} × {height}</source>
            <translation>Bilder {width} × {height}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Plain training loop</source>
            <translation>Einfache Trainingsschleife</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Point at the map, or use the arrow keys. A click holds the place.</source>
            <translation>Zeigen Sie auf die Karte, oder nehmen Sie die Pfeiltasten. Ein Klick hält die Stelle fest.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling</source>
            <translation>Pooling</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling shrinks the picture: of every two by two numbers, only the largest is kept. What was found is kept, exactly where is forgotten, and the next layer has only a quarter of the work.</source>
            <translation>Pooling verkleinert das Bild: Von je zwei mal zwei Zahlen bleibt nur die größte. Was gefunden wurde, bleibt erhalten; wo genau, wird vergessen, und die nächste Schicht hat nur ein Viertel der Arbeit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Pooling {kernel}</source>
            <translation>Pooling {kernel}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Precision</source>
            <translation>Precision</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision and recall</source>
            <translation>Precision und Recall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <source>Precision and recall of each class</source>
            <translation>Precision und Recall jeder Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision: of the photos the network called glass, how many are glass? Recall: of the photos that are glass, how many did it find? F1 is only high when both are high.</source>
            <translation>Precision: Wie viele der Fotos, die das Netz Glas genannt hat, sind Glas? Recall: Wie viele der Fotos, die Glas sind, hat es gefunden? F1 ist nur hoch, wenn beide hoch sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <source>Predicted</source>
            <translation>Erkannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>Predicted class</source>
            <translation>Erkannte Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>Preparing the network for this graphics card. This can take a minute.</source>
            <translation>Das Netz wird für diese Grafikkarte vorbereitet. Das kann eine Minute dauern.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>Preparing your photos</source>
            <translation>Ihre Fotos werden vorbereitet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Press Test. Now the photos that were set aside are used. Look at the worst mistakes first: sometimes it is the label that is wrong, not the model.</source>
            <translation>Drücken Sie auf „Testen“. Jetzt kommen die beiseitegelegten Fotos zum Einsatz. Sehen Sie sich zuerst die schlimmsten Fehler an: Manchmal ist die Klasse des Fotos falsch, nicht das Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Pretrained weights</source>
            <translation>Vortrainierte Gewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Previous photo</source>
            <translation>Voriges Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Probably {name}.</source>
            <translation>Wahrscheinlich {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/job_bar.py" />
            <source>Progress of the current job</source>
            <translation>Fortschritt der laufenden Aufgabe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>Public data sets</source>
            <translation>Öffentliche Datensätze</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/name_pattern.py" />
            <source>Put the part that photos of one group share in parentheses, once: (*)_* takes everything before the first _.</source>
            <translation>Setzen Sie den Teil, den die Fotos einer Gruppe gemeinsam haben, einmal in runde Klammern: (*)_* nimmt alles vor dem ersten _.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Quick</source>
            <translation>Schnell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Random seed</source>
            <translation>Startzahl</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Random seed {value} is out of range. Choose 0 to 4294967295.</source>
            <translation>Die Startzahl {value} ist nicht möglich. Wählen Sie 0 bis 4294967295.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Re&amp;store this state</source>
            <translation>Auf diesen Stand zurü&amp;cksetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Read folder &amp;again</source>
            <translation>Ordner neu &amp;einlesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/known_again.py" />
            <location filename="../../cnn_desktop/gui/dataset/connection.py" />
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Reading photos</source>
            <translation>Fotos werden gelesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <source>Reading {name}</source>
            <translation>{name} wird gelesen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Ready</source>
            <translation>Bereit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Ready to train</source>
            <translation>Bereit zum Trainieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/left_out_list.py" />
            <source>Reason</source>
            <translation>Grund</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Recall</source>
            <translation>Recall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Recent projects</source>
            <translation>Zuletzt geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/training/recipe_choice.py" />
            <source>Recipe</source>
            <translation>Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/contents.py" />
            <source>Recording which photos are used</source>
            <translation>Verwendete Fotos werden festgehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Red</source>
            <translation>Rot</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Red, green and blue as the network gets them: brought to one size and scale.</source>
            <translation>Rot, Grün und Blau, wie das Netz sie bekommt: auf eine Größe und Skala gebracht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Rename “{old}” to “{new}”</source>
            <translation>„{old}“ in „{new}“ umbenennen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>Report</source>
            <translation>Bericht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Report (*.html)</source>
            <translation>Bericht (*.html)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Res&amp;ume</source>
            <translation>&amp;Fortsetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Res&amp;ume training</source>
            <translation>Training &amp;fortsetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>Restore labels as the folders say</source>
            <translation>Labels auf den Stand der Ordner zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>Restore labels of change {n}</source>
            <translation>Labels auf Änderung {n} zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>Restore labels “{name}”</source>
            <translation>Labels auf „{name}“ zurücksetzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Restore photos</source>
            <translation>Fotos wieder verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Result</source>
            <translation>Ergebnis</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Resumed.</source>
            <translation>Fortgesetzt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Resuming in epoch {epoch} of {epochs}, with the same photos as before.</source>
            <translation>Fortsetzung in Epoche {epoch} von {epochs}, mit denselben Fotos wie zuvor.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Revie&amp;w {n} {n:photo|photos}</source>
            <translation>{n} {n:Foto|Fotos} durchs&amp;ehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Right</source>
            <translation>Richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Right answers</source>
            <translation>Richtige Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_curve.py" />
            <source>Right answers (%)</source>
            <translation>Richtige Antworten (%)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Right or wrong</source>
            <translation>Richtig oder falsch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Right, wrong and confidence are the answers of the model in use, {model} trained on {when}, to its test photos.</source>
            <translation>Richtig, falsch und Sicherheit sind die Antworten des verwendeten Modells, {model} (trainiert am {when}), auf seine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Right: it is labelled {label}.</source>
            <translation>Richtig: Das Label ist {label}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>Row {row}, column {column}: {value}</source>
            <translation>Zeile {row}, Spalte {column}: {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Rows: true class. Columns: predicted class.</source>
            <translation>Zeilen: wahre Klasse. Spalten: erkannte Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Runs on</source>
            <translation>Läuft auf</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>S&amp;huffle again</source>
            <translation>&amp;Neu mischen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>S&amp;moothing</source>
            <translation>&amp;Glättung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>S&amp;plit</source>
            <translation>Auf&amp;teilen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>S&amp;plit {n} {n:photo|photos}</source>
            <translation>{n} {n:Foto|Fotos} auf&amp;teilen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>SGD</source>
            <translation>SGD</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>SVG image (*.svg)</source>
            <translation>SVG-Grafik (*.svg)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_tables.py" />
            <source>Said by</source>
            <translation>Gesagt von</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Same as &amp;system</source>
            <translation>Wie das &amp;System</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Same as system</source>
            <translation>Wie das System</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Save a &amp;report…</source>
            <translation>Be&amp;richt speichern …</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_connection.py" />
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>Save a report</source>
            <translation>Bericht speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>Save as &amp;image…</source>
            <translation>Als &amp;Bild speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>Save as &amp;table…</source>
            <translation>Als &amp;Tabelle speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>Save as &amp;vector image…</source>
            <translation>Als &amp;Vektorgrafik speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/late_plots.py" />
            <source>Save curves</source>
            <translation>Kurven speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Save results</source>
            <translation>Ergebnisse speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Save the &amp;labels as a table…</source>
            <translation>&amp;Labels als Tabelle speichern…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>Save the answers</source>
            <translation>Antworten speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/import_connection.py" />
            <source>Save the labels as a table</source>
            <translation>Labels als Tabelle speichern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>Save them again: what was copied already is not copied twice.</source>
            <translation>Speichern Sie noch einmal: Was schon kopiert ist, wird nicht doppelt kopiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/connection.py" />
            <source>Saved as {file}.</source>
            <translation>Gespeichert als {file}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Saves every decision as a table: who, when, the label before and after, score and reason.</source>
            <translation>Speichert jede Entscheidung als Tabelle: wer, wann, das Label vorher und nachher, Punktzahl und Grund.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/export_answers.py" />
            <source>Saving the answers</source>
            <translation>Antworten werden gespeichert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>Saving the answers in {file}</source>
            <translation>Antworten werden in {file} gespeichert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>Saving the labels in {file}</source>
            <translation>Labels werden in {file} gespeichert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Se&amp;ttings…</source>
            <translation>&amp;Einstellungen…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/filtering.py" />
            <source>Search names</source>
            <translation>Namen suchen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/filtering.py" />
            <source>Search names of photos</source>
            <translation>Nach Namen von Fotos suchen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>Search the timm library, e.g. convnext tiny</source>
            <translation>In timm suchen, z. B. convnext tiny</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <source>Second &amp;opinion</source>
            <translation>Zweite &amp;Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <source>Second opinion</source>
            <translation>Zweite Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Second opinion of {reviewer}</source>
            <translation>Zweite Meinung von {reviewer}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Self-test</source>
            <translation>Selbsttest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Serious</source>
            <translation>Ernst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Set up &amp;training</source>
            <translation>&amp;Training einrichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Settings</source>
            <translation>Einstellungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <source>Shares</source>
            <translation>Anteile</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>Sho&amp;w test photos</source>
            <translation>Testfotos &amp;zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/notes.py" />
            <source>Show</source>
            <translation>Zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Show &amp;all</source>
            <translation>Alle z&amp;eigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>Show &amp;log folder</source>
            <translation>&amp;Protokollordner zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>Show &amp;where the model looked</source>
            <translation>Zeigen, &amp;wo das Modell hinsah</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Show all classes equally often</source>
            <translation>Alle Klassen gleich oft zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>Show all photos</source>
            <translation>Alle Fotos zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/file_manager.py" />
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>Show in &amp;folder</source>
            <translation>Im &amp;Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Show in folder</source>
            <translation>Im Ordner zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/leak_banner.py" />
            <source>Show pai&amp;rs</source>
            <translation>Paare zei&amp;gen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Show photos</source>
            <translation>Fotos zeigen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Shows how a network learns</source>
            <translation>Zeigt, wie ein Netz lernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Shows the next photos together, to decide about many of them in one go.</source>
            <translation>Zeigt die nächsten Fotos zusammen, um über viele auf einmal zu entscheiden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Shows the photos one by one, large. Key: Esc</source>
            <translation>Zeigt die Fotos einzeln und groß. Taste: Esc</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Shows the photos that this is about.</source>
            <translation>Zeigt die Fotos, um die es geht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Shows well-known data sets and how much each one downloads</source>
            <translation>Zeigt bekannte Datensätze und wie viel jeder herunterlädt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>Si&amp;milar training photos</source>
            <translation>Ähnliche Trainin&amp;gsfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Side by side: what has it learned?</source>
            <translation>Nebeneinander: Was hat es gelernt?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Similar photos of “{name}”</source>
            <translation>Ähnliche Fotos von „{name}“</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Similar photos {which}</source>
            <translation>Ähnliche Fotos {which}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Simple and large</source>
            <translation>Einfach und groß</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/architecture_drawing.py" />
            <source>SimpleCNN: {shapes}</source>
            <translation>SimpleCNN: {shapes}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Since the newest training, the {n:label|labels} of {n} {n:photo has|photos have} changed again.</source>
            <translation>Seit dem neuesten Training {n:hat sich das Label|haben sich die Labels} von {n} {n:Foto|Fotos} wieder geändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>Size</source>
            <translation>Größe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>Skip</source>
            <translation>Überspringen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>Skip {which}</source>
            <translation>Überspringen: {which}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Smallest first</source>
            <translation>Kleinste zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Smoothing</source>
            <translation>Glättung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>Smooths the training curves. The measured values stay visible behind them.</source>
            <translation>Glättet die Trainingskurven. Die gemessenen Werte bleiben dahinter sichtbar.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>So far one person has given an opinion: {name}</source>
            <translation>Bisher hat eine Person eine Meinung abgegeben: {name}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>So far one person says so.</source>
            <translation>Bisher sagt das eine Person.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Softmax</source>
            <translation>Softmax</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/class_folders.py" />
            <source>Some folders could not have the names of their classes, so these were changed: {names}.</source>
            <translation>Einige Ordner konnten nicht wie ihre Klassen heißen, darum wurden diese Namen geändert: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>Some of these photos may have been used to train this model. This cannot be checked, because its training photos are no longer there.</source>
            <translation>Vielleicht dienten einige dieser Fotos zum Training dieses Modells. Das lässt sich nicht prüfen, weil seine Trainingsfotos nicht mehr da sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Some of what is known of your recent projects could not be read, so it is left out. The projects themselves are not affected.</source>
            <translation>Einige Angaben zu Ihren zuletzt geöffneten Projekten konnten nicht gelesen werden und fehlen nun. Die Projekte selbst sind nicht betroffen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Some of what is known of your recent projects could not be read, so it is left out. The projects themselves are not affected. The old list was kept as {file}.</source>
            <translation>Einige Angaben zu Ihren zuletzt geöffneten Projekten konnten nicht gelesen werden und fehlen nun. Die Projekte selbst sind nicht betroffen. Die alte Liste wurde als {file} aufgehoben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Some of your settings could not be read, so the default values are used for them.</source>
            <translation>Einige Ihrer Einstellungen ließen sich nicht lesen; für sie gelten die Standardwerte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Some of your settings could not be read, so the default values are used for them. The old file was kept as {file}.</source>
            <translation>Einige Ihrer Einstellungen ließen sich nicht lesen; für sie gelten die Standardwerte. Die alte Datei wurde als {file} aufbewahrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Something does not work on this computer. See the details below.</source>
            <translation>Auf diesem Computer funktioniert etwas nicht. Näheres steht unten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/errors.py" />
            <source>Something went wrong ({error}). Everything saved so far is kept. Try again, and report the problem if it happens again.</source>
            <translation>Etwas ist schiefgegangen ({error}). Alles bisher Gespeicherte bleibt erhalten. Versuchen Sie es noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Something went wrong ({error}). Your photos and projects are safe. If it happens again, copy the details and report the problem.</source>
            <translation>Etwas ist schiefgegangen ({error}). Ihre Fotos und Projekte sind sicher. Wenn es wieder vorkommt, kopieren Sie die Details und melden Sie das Problem.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_bar.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter.py" />
            <source>Sort by</source>
            <translation>Sortieren nach</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Speed</source>
            <translation>Geschwindigkeit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>Split</source>
            <translation>Aufteilung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/wizard.py" />
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>Split photos</source>
            <translation>Fotos aufteilen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Start from s&amp;cratch</source>
            <translation>Bei n&amp;ull beginnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Start page</source>
            <translation>Startseite</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Starting</source>
            <translation>Wird gestartet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>Starting the check</source>
            <translation>Prüfung beginnt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Starting the test</source>
            <translation>Der Test wird gestartet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Starting to learn from your labels</source>
            <translation>Lernen aus Ihren Labels beginnt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Starting training</source>
            <translation>Training wird gestartet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>Starts from scratch, so it needs many photos and much more time.</source>
            <translation>Beginnt bei null und braucht darum viele Fotos und viel mehr Zeit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>State</source>
            <translation>Stand</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail.py" />
            <source>Steps</source>
            <translation>Schritte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Stop</source>
            <translation>Stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Stop and &amp;discard this training run</source>
            <translation>Stoppen und dieses Training &amp;verwerfen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Stop and &amp;keep the best model so far</source>
            <translation>Stoppen und bestes Modell be&amp;halten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>Stop the training</source>
            <translation>Training stoppen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Stop whenever you like: what you have decided is kept.</source>
            <translation>Sie können jederzeit aufhören: Entschiedenes bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Stop whenever you like: what you have said is kept.</source>
            <translation>Sie können jederzeit aufhören: Gesagtes bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Stopped after {epochs} {epochs:epoch|epochs}. The best model so far is kept: {val:.1%} of the validation photos right.</source>
            <translation>Nach {epochs} {epochs:Epoche|Epochen} gestoppt. Das bisher beste Modell bleibt erhalten: {val:.1%} der Validierungsfotos richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/jobs.py" />
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>Stopped before it started.</source>
            <translation>Vor dem Start gestoppt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Stopped before the first epoch was finished, so there is no model yet. Resume training to continue from here.</source>
            <translation>Vor dem Ende der ersten Epoche gestoppt, darum gibt es noch kein Modell. Setzen Sie das Training fort, um von hier weiterzumachen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Stopped. Nothing was saved.</source>
            <translation>Gestoppt. Nichts wurde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>Stopped. The answers so far are kept.</source>
            <translation>Gestoppt. Die Antworten bis hierher bleiben erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>Stopped. The next time it goes on from here.</source>
            <translation>Gestoppt. Beim nächsten Mal geht es hier weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>Stopped. {text}</source>
            <translation>Gestoppt. {text}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>Stopped. {text} The answers so far are kept.</source>
            <translation>Gestoppt. {text} Die Antworten bis hierher bleiben erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Stopping…</source>
            <translation>Stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Storage</source>
            <translation>Speicherplatz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Strong</source>
            <translation>Stark</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Suspicious photo</source>
            <translation>Verdächtiges Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_page.py" />
            <source>Suspicious photos</source>
            <translation>Verdächtige Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/menus.py" />
            <source>T&amp;heme</source>
            <translation>&amp;Erscheinungsbild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>T&amp;wo changes at once</source>
            <translation>Zw&amp;ei Änderungen zugleich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>Ta&amp;ble column</source>
            <translation>Ta&amp;bellenspalte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>Table (*.csv)</source>
            <translation>Tabelle (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Table of decisions (*.csv)</source>
            <translation>Tabelle der Entscheidungen (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/frame/import_connection.py" />
            <source>Table of photos (*.csv)</source>
            <translation>Tabelle der Fotos (*.csv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Tables of photos (*.csv *.tsv)</source>
            <translation>Fototabellen (*.csv *.tsv)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Take the suggestion</source>
            <translation>Vorschlag übernehmen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>Take the suggestion for {n} {n:photo|photos}</source>
            <translation>Vorschlag für {n} {n:Foto|Fotos} übernehmen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/fresh.py" />
            <location filename="../../cnn_desktop/project/review.py" />
            <source>Take {n} suggestions</source>
            <translation>{n} Vorschläge übernehmen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>Taken</source>
            <translation>Aufgenommen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>Takes a while: covers one part after the other and sees how much the answer suffers</source>
            <translation>Dauert etwas: deckt Teile nacheinander ab und sieht, wie sehr die Antwort darunter leidet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Takes about {time} on this computer.</source>
            <translation>Dauert auf diesem Computer etwa {time}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Takes about {time}, going by earlier training on this computer.</source>
            <translation>Dauert etwa {time}, nach früheren Trainings auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Takes the suggested class.</source>
            <translation>Übernimmt die vorgeschlagene Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/shares.py" />
            <source>Te&amp;st</source>
            <translation>Te&amp;st</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Te&amp;st on {n} {n:photo|photos}</source>
            <translation>Mit {n} {n:Foto|Fotos} te&amp;sten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>Test</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Test &amp;again</source>
            <translation>Noch ein&amp;mal testen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>Test again, and report the problem if it happens again.</source>
            <translation>Testen Sie noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Test labels change only by a second opinion in the Labels step.</source>
            <translation>Die Labels von Testfotos ändern sich nur durch eine zweite Meinung unter „Labels“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>Test photos are set aside before training. The more often you test on them, the less the result tells you.</source>
            <translation>Testfotos werden vor dem Training beiseitegelegt. Je öfter Sie mit ihnen testen, desto weniger sagt das Ergebnis aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/brake.py" />
            <source>Test photos measure the model, so their labels change only by a second opinion. Open “Second opinion” in the Labels step.</source>
            <translation>An Testfotos wird das Modell gemessen, darum ändern sich ihre Labels nur durch eine zweite Meinung. Öffnen Sie „Zweite Meinung“ unter „Labels“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/seal_view.py" />
            <source>Test photos were looked at on {when}.</source>
            <translation>Testfotos wurden am {when} angesehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Test report</source>
            <translation>Testbericht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Tested on the same photos as the one before, it shows what the changes brought.</source>
            <translation>Mit denselben Fotos getestet wie das vorige, zeigt es, was die Änderungen gebracht haben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/connection.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>Testing</source>
            <translation>Test läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_connection.py" />
            <source>Text (*.txt)</source>
            <translation>Text (*.txt)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Text of the licence</source>
            <translation>Text der Lizenz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>The alternative engine (ONNX Runtime) cannot be loaded: {reason}.</source>
            <translation>Der andere Rechenweg (ONNX Runtime) kann nicht geladen werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>The alternative engine (ONNX Runtime) cannot run this network: {reason}.</source>
            <translation>Der andere Rechenweg (ONNX Runtime) kommt mit diesem Netz nicht zurecht: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_onnx.py" />
            <source>The alternative engine (ONNX Runtime) is not installed.</source>
            <translation>Der andere Rechenweg (ONNX Runtime) ist nicht installiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/answer_table.py" />
            <source>The answers could not be read or kept, perhaps because the cache was emptied or the disk is full. Classify the photos again.</source>
            <translation>Die Antworten konnten nicht gelesen oder aufbewahrt werden, vielleicht weil der Zwischenspeicher geleert wurde oder der Datenträger voll ist. Klassifizieren Sie die Fotos noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>The answers for {n} {n:photo|photos} were saved in {file}.</source>
            <translation>Die Antworten zu {n} {n:Foto|Fotos} wurden in {file} gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>The app can suggest classes once it has something to learn from. Label about five photos of each class by hand in the Dataset step: at least two classes are needed.</source>
            <translation>Das Programm kann Klassen vorschlagen, sobald es etwas hat, woraus es lernen kann. Ordnen Sie unter „Datensatz“ etwa fünf Fotos jeder Klasse von Hand zu: Es braucht mindestens zwei Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/app.py" />
            <source>The app closed unexpectedly last time. Everything that was saved is still there. To help find the cause, choose “Save a report…” in the Help menu.</source>
            <translation>CNN Desktop wurde zuletzt unerwartet beendet. Alles, was gespeichert war, ist noch da. Um bei der Suche nach der Ursache zu helfen, wählen Sie im Menü „Hilfe“ den Eintrag „Bericht speichern …“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>The app learns from the photos that you have labelled, looks at the others, and suggests their classes. Whole rows are confirmed at once. It asks first about the photos that teach it most.</source>
            <translation>Das Programm lernt aus den Fotos, die Sie zugeordnet haben, sieht sich die anderen an und schlägt deren Klassen vor. Ganze Reihen werden auf einmal bestätigt. Zuerst fragt es nach den Fotos, aus denen es am meisten lernt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>The app learns your classes from most of the photos, then asks itself about the others, until it has judged every photo without having seen its label. You decide about each one. Your files stay as they are.</source>
            <translation>Das Programm lernt Ihre Klassen aus den meisten Fotos und befragt sich dann zu den übrigen, bis es jedes Foto beurteilt hat, ohne dessen Label zu kennen. Über jedes entscheiden Sie. Ihre Dateien bleiben, wie sie sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/resuming.py" />
            <source>The best model in {folder} is missing or damaged, so this training run cannot be resumed. Train again from the start.</source>
            <translation>Das beste Modell in {folder} fehlt oder ist beschädigt, darum lässt sich dieses Training nicht fortsetzen. Trainieren Sie noch einmal von vorn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept. Choose a smaller batch size, then train again.</source>
            <translation>Das bisher beste Modell bleibt erhalten. Wählen Sie eine kleinere Batchgröße, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept. Choose a smaller model, then train again.</source>
            <translation>Das bisher beste Modell bleibt erhalten. Wählen Sie ein kleineres Modell, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept. Set the batch size to {n} or less, then train again.</source>
            <translation>Das bisher beste Modell bleibt erhalten. Stellen Sie die Batchgröße auf höchstens {n}, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept. Set the image size to {n} or less, then train again.</source>
            <translation>Das bisher beste Modell bleibt erhalten. Stellen Sie die Bildgröße auf höchstens {n}, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The best model so far is kept. Train again, and report the problem if it happens again.</source>
            <translation>Das bisher beste Modell bleibt erhalten. Trainieren Sie noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat.py" />
            <source>The brighter, the more it speaks for “{name}” ({p:.1%}).</source>
            <translation>Je heller, desto mehr spricht es für „{name}“ ({p:.1%}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/exploration.py" />
            <source>The cache could not be read. Choose the layer again.</source>
            <translation>Der Zwischenspeicher konnte nicht gelesen werden. Wählen Sie die Schicht noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat.py" />
            <location filename="../../cnn_desktop/gui/kit/photo_loader.py" />
            <source>The cache could not be read. Choose the photo again.</source>
            <translation>Der Zwischenspeicher konnte nicht gelesen werden. Wählen Sie das Foto noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>The cache in {folder} cannot be used ({reason}), so photos are kept in memory during this training run.</source>
            <translation>Der Zwischenspeicher in {folder} lässt sich nicht verwenden ({reason}), darum bleiben die Fotos während dieses Trainings im Arbeitsspeicher.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/check_data.py" />
            <source>The check failed because of --fail-on: {kinds} {n:was|were} found. Mend the photos, then check again.</source>
            <translation>Die Prüfung ist wegen --fail-on fehlgeschlagen: {kinds} {n:wurde|wurden} gefunden. Bringen Sie die Fotos in Ordnung, und prüfen Sie erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>The check found no suspicious validation or test photo, so there is nothing to ask.</source>
            <translation>Die Prüfung hat kein verdächtiges Validierungs- oder Testfoto gefunden, darum gibt es nichts zu fragen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>The check looks at every photo: is it damaged, blurred, too dark, there more than once, in two classes, or in training and test? Your files are never changed, and each remedy can be undone.</source>
            <translation>Die Prüfung sieht sich jedes Foto an: Ist es beschädigt, unscharf, zu dunkel, mehrfach da, in zwei Klassen oder in Training und Test? Ihre Dateien werden nie verändert, und jede Abhilfe lässt sich rückgängig machen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>The check was stopped. The next one goes on from here.</source>
            <translation>Die Prüfung wurde gestoppt. Die nächste geht hier weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>The check was stopped. The next one starts from the beginning.</source>
            <translation>Die Prüfung wurde gestoppt. Die nächste beginnt von vorn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/resuming.py" />
            <source>The checkpoints in {folder} are damaged, so this training run cannot be resumed. Train again from the start.</source>
            <translation>Die gespeicherten Stände in {folder} sind beschädigt, darum lässt sich dieses Training nicht fortsetzen. Trainieren Sie noch einmal von vorn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The class folders were found further down, in {folders}.</source>
            <translation>Die Klassenordner wurden weiter unten gefunden, in {folders}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The class folders were found one level down, in {folder}.</source>
            <translation>Die Klassenordner wurden eine Ebene tiefer gefunden, in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>The class whose parts of the photo are coloured</source>
            <translation>Die Klasse, für die Teile des Fotos gefärbt werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>The class “{name}” has no training photos, so the model cannot learn it. Add some to its folder in “train”.</source>
            <translation>Die Klasse „{name}“ hat keine Trainingsfotos, darum kann das Modell sie nicht lernen. Legen Sie welche in ihren Ordner unter „train“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>The class “{name}” has only {n} photos, so one photo decides whether it passes its test. Add more; 20 is a good start.</source>
            <translation>Die Klasse „{name}“ hat nur {n} Fotos, darum entscheidet ein einziges, ob sie ihren Test besteht. Fügen Sie welche hinzu; 20 sind ein guter Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>The class “{name}” has only {n} {n:photo|photos}, too few for training, validation and test. Add more; 20 is a good start.</source>
            <translation>Die Klasse „{name}“ hat nur {n} {n:Foto|Fotos}, zu wenige für Training, Validierung und Test. Fügen Sie welche hinzu; 20 sind ein guter Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>The class “{name}” is left out because none of its files can be used. {reasons}</source>
            <translation>Die Klasse „{name}“ wird ausgelassen, weil keine ihrer Dateien zu verwenden ist. {reasons}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/errors.py" />
            <source>The current folder no longer exists. Change to another folder, then try again.</source>
            <translation>Der aktuelle Ordner ist nicht mehr da. Wechseln Sie in einen anderen Ordner, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>The device mps cannot be used: {reason}. Choose auto.</source>
            <translation>Das Gerät mps kann nicht verwendet werden: {reason}. Wählen Sie auto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>The device {device} cannot be used: {reason}. Choose auto or cpu.</source>
            <translation>Das Gerät {device} kann nicht verwendet werden: {reason}. Wählen Sie auto oder cpu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The disk is full, so the project {folder} could not be saved. Free some space, then try again.</source>
            <translation>Die Festplatte ist voll, darum konnte das Projekt {folder} nicht gespeichert werden. Schaffen Sie Platz, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>The disk is full, so {file} could not be saved. Free some space or choose another folder, then try again.</source>
            <translation>Die Festplatte ist voll, darum konnte {file} nicht gespeichert werden. Schaffen Sie Platz oder wählen Sie einen anderen Ordner, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>The disk is too full for the download. Free some space in {folder}, then try again.</source>
            <translation>Der Datenträger ist zu voll für das Herunterladen. Schaffen Sie Platz in {folder}, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>The download was stopped. Nothing was saved.</source>
            <translation>Das Herunterladen wurde abgebrochen. Es wurde nichts gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>The downloaded files of {title} are damaged. Try again later.</source>
            <translation>Die heruntergeladenen Dateien von {title} sind beschädigt. Versuchen Sie es später erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/timm_weights.py" />
            <source>The downloaded weights do not fit {model}. Import a weights file, or choose another model.</source>
            <translation>Die heruntergeladenen Gewichte passen nicht zu {model}. Importieren Sie eine Gewichtsdatei, oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/train.py" />
            <source>The earlier model in {folder} is unchanged. It will be replaced if you resume this training run and it finishes.</source>
            <translation>Das frühere Modell in {folder} ist unverändert. Es wird ersetzt, wenn Sie dieses Training fortsetzen und es fertig wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/train.py" />
            <source>The earlier model in {folder} stays until this training run has finished.</source>
            <translation>Das frühere Modell in {folder} bleibt, bis dieses Training fertig ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/model_in_use.py" />
            <source>The earlier model stays in use because it is better: it got {old:.1%} of the validation photos right, the new one {new:.1%}. You can switch models at the top of the Training page.</source>
            <translation>Das frühere Modell bleibt in Verwendung, weil es besser ist: Es hat {old:.1%} der Validierungsfotos richtig, das neue {new:.1%}. Oben auf der Seite „Training“ können Sie das Modell wechseln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/model_in_use.py" />
            <source>The earlier model stays in use because this training run did not finish. You can switch to the new one at the top of the Training page.</source>
            <translation>Das frühere Modell bleibt in Verwendung, weil dieses Training nicht fertig wurde. Oben auf der Seite „Training“ können Sie zum neuen wechseln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The earlier plan does not cover every part of this training run. The rest is worked out now.</source>
            <translation>Der frühere Plan enthält nicht alle Teile dieses Trainings. Der Rest wird jetzt ermittelt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>The first line &amp;names the columns</source>
            <translation>Die erste Zeile &amp;nennt die Spalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>The first line of {file} must name the columns “path” and “label”. It has {columns}. Rename them, or say which they are with --columns path=NAME,label=NAME.</source>
            <translation>Die erste Zeile von {file} muss die Spalten „path“ und „label“ nennen. Vorhanden sind {columns}. Benennen Sie sie um, oder geben Sie sie mit --columns path=NAME,label=NAME an.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>The first time takes about {time} on a computer that does nothing else; after that, a few seconds.</source>
            <translation>Beim ersten Mal dauert es etwa {time} auf einem Computer, der sonst nichts tut, danach ein paar Sekunden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/number_views.py" />
            <source>The first {n} of {total} numbers</source>
            <translation>Die ersten {n} von {total} Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/file_manager.py" />
            <source>The folder of {file} could not be opened. Check that it is still there.</source>
            <translation>Der Ordner von {file} konnte nicht geöffnet werden. Prüfen Sie, ob er noch da ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>The folder {folder} could not be read: {reason}. Check the disk, then open it again.</source>
            <translation>Der Ordner {folder} konnte nicht gelesen werden: {reason}. Prüfen Sie die Festplatte und öffnen Sie ihn noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <location filename="../../cnn_desktop/dataset/reading/together.py" />
            <source>The folder {folder} does not exist. Check the name, or choose another folder.</source>
            <translation>Den Ordner {folder} gibt es nicht. Prüfen Sie den Namen, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The folder {folder} is empty. Choose one that contains one folder of photos for each class.</source>
            <translation>Der Ordner {folder} ist leer. Wählen Sie einen, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>The folder “{name}” contains no usable photos, so it is not used as a class. Add photos to it.</source>
            <translation>Der Ordner „{name}“ enthält keine brauchbaren Fotos und gilt darum nicht als Klasse. Legen Sie Fotos hinein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The folder “{name}” contains other folders ({names}). All photos in them are used as “{name}”.</source>
            <translation>Der Ordner „{name}“ enthält weitere Ordner ({names}). Alle Fotos darin werden als „{name}“ verwendet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/given_photos.py" />
            <source>The folder “{path}” contains no photos to classify. {reasons}</source>
            <translation>Der Ordner „{path}“ enthält keine Fotos, die sich klassifizieren lassen. {reasons}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/given_photos.py" />
            <source>The folder “{path}” contains no photos. Choose another folder.</source>
            <translation>Der Ordner „{path}“ enthält keine Fotos. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/scan.py" />
            <source>The folders at level {level} are used as the classes: {names}. If the classes are {others}, choose level {other} (--class-level {other}).</source>
            <translation>Die Ordner der Ebene {level} werden als Klassen verwendet: {names}. Wenn {others} die Klassen sind, wählen Sie die Ebene {other} (--class-level {other}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/layout.py" />
            <source>The folders at level {level} in {folder} contain no photos. Choose {deepest:level 1|a level from 1 to {deepest}}.</source>
            <translation>Die Ordner der Ebene {level} in {folder} enthalten keine Fotos. Wählen Sie {deepest:die Ebene 1|eine Ebene von 1 bis {deepest}}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>The folders or the table say where {n} {n:photo belongs|photos belong}.</source>
            <translation>Die Ordner oder die Tabelle sagen von {n} {n:Foto, wohin es gehört|Fotos, wohin sie gehören}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>The gain is larger than chance explains.</source>
            <translation>Der Gewinn ist größer, als der Zufall erklärt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>The graphics card is being tested</source>
            <translation>Die Grafikkarte wird getestet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>The graphics card passed its test: it gives the same results as the CPU. Training and tests run on it.</source>
            <translation>Die Grafikkarte hat ihren Test bestanden: Sie rechnet wie die CPU. Trainings und Tests laufen auf ihr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>The helper process</source>
            <translation>Der Hilfsprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>The helper process that waits for a training keeps crashing.</source>
            <translation>Der Hilfsprozess, der auf ein Training wartet, stürzt immer wieder ab.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The highest rate while the last stages learn. It rises to this value, then falls to zero along a cosine curve.</source>
            <translation>Die höchste Rate, während die letzten Stufen lernen. Sie steigt bis zu diesem Wert und fällt dann entlang einer Kosinuskurve auf null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>The history of the project {folder} does not contain this change. Open the project again.</source>
            <translation>Der Verlauf des Projekts {folder} enthält diese Änderung nicht. Öffnen Sie das Projekt noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>The kernel moves {n} numbers at a time.</source>
            <translation>Der Kern rückt immer um {n} Zahlen weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/review.py" />
            <source>The label check suggests no class for this photo. Choose one yourself.</source>
            <translation>Die Prüfung der Labels schlägt für dieses Foto keine Klasse vor. Wählen Sie selbst eine.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>The label is right.</source>
            <translation>Das Label ist richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>The label stays; the photo is counted as unclear.</source>
            <translation>Das Label bleibt; das Foto zählt als unklar.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The labels</source>
            <translation>Die Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/label_changes.py" />
            <source>The labels are as they were then, so nothing was changed.</source>
            <translation>Die Labels sind so, wie sie damals waren, darum wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>The labels are being checked. Wait until that has finished, or stop it first.</source>
            <translation>Die Labels werden gerade geprüft. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>The labels cannot be checked yet</source>
            <translation>Die Labels können noch nicht geprüft werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>The labels of these photos are right.</source>
            <translation>Die Labels dieser Fotos sind richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>The labels of {photos} {photos:photo|photos} in {classes} {classes:class|classes} were saved in {file}.</source>
            <translation>Die Labels von {photos} {photos:Foto|Fotos} in {classes} {classes:Klasse|Klassen} wurden in {file} gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/by_recipe.py" />
            <source>The labels were not checked with your model’s settings. {reason}</source>
            <translation>Die Labels wurden nicht mit den Einstellungen Ihres Modells geprüft. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>The language changes the next time you start the app.</source>
            <translation>Die Sprache wechselt, wenn Sie das Programm das nächste Mal starten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>The last layer of this network cannot be trained on its own, so every epoch goes through the whole network.</source>
            <translation>Die letzte Schicht dieses Netzes lässt sich nicht für sich trainieren, darum läuft jede Epoche durch das ganze Netz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The last maps of the network say what was found where. Grad-CAM weighs each of them by how much more of it would raise the score of a class, and adds them up: bright places speak for the class. When they lie on the background, the model may have learnt the wrong thing.</source>
            <translation>Die letzten Karten des Netzes sagen, was wo gefunden wurde. Grad-CAM gewichtet jede danach, wie sehr mehr davon die Punkte einer Klasse erhöhen würde, und addiert sie: Helle Stellen sprechen für die Klasse. Liegen sie auf dem Hintergrund, hat das Modell vielleicht das Falsche gelernt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The last stage as well</source>
            <translation>Auch die letzte Stufe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The last stages learn for longer, then the whole network. Sometimes a little better.</source>
            <translation>Die letzten Stufen lernen länger, dann das ganze Netz. Manchmal ein wenig besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The last stages of the network learn too. The right choice for most photos.</source>
            <translation>Auch die letzten Stufen des Netzes lernen. Für die meisten Fotos die richtige Wahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>The last stages of the network learn your classes for {n} {n:epoch|epochs}.</source>
            <translation>Die letzten Stufen des Netzes lernen {n} {n:Epoche|Epochen} lang Ihre Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>The last stages of this network cannot be trained on their own, so only the new last layer learns.</source>
            <translation>Die letzten Stufen dieses Netzes lassen sich nicht für sich trainieren, darum lernt nur die neue letzte Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The last two stages as well</source>
            <translation>Auch die letzten zwei Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/cut_choice.py" />
            <source>The last {n:stage|{n} stages} of the network {n:learns|learn} together with the new last layer. This takes about {seconds:.0f} s for {epochs} {epochs:epoch|epochs}.</source>
            <translation>Die {n:letzte Stufe|letzten {n} Stufen} des Netzes {n:lernt|lernen} zusammen mit der neuen letzten Schicht. Das dauert etwa {seconds:.0f} s für {epochs} {epochs:Epoche|Epochen}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The layers of this model cannot be shown.</source>
            <translation>Die Schichten dieses Modells können nicht gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The list of photos and the checkpoint in {folder} do not belong together, so this training run cannot be resumed. Train again from the start.</source>
            <translation>Die Liste der Fotos und der gespeicherte Stand in {folder} gehören nicht zusammen, darum lässt sich dieses Training nicht fortsetzen. Trainieren Sie noch einmal von vorn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/scan_files.py" />
            <source>The list of photos in {folder} is damaged. Train again.</source>
            <translation>Die Liste der Fotos in {folder} ist beschädigt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>The list of recent projects could not be read, so it is empty. The projects themselves are not affected.</source>
            <translation>Die Liste der zuletzt geöffneten Projekte konnte nicht gelesen werden und ist darum leer. Die Projekte selbst sind nicht betroffen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>The list of recent projects could not be read, so it is empty. The projects themselves are not affected. The old list was kept as {file}.</source>
            <translation>Die Liste der letzten Projekte ließ sich nicht lesen und ist leer. Die Projekte selbst sind nicht betroffen. Die alte Liste wurde als {file} aufbewahrt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>The loss is larger than chance explains. Look through what was changed again.</source>
            <translation>Der Verlust ist größer, als der Zufall erklärt. Sehen Sie die Änderungen noch einmal durch.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The model</source>
            <translation>Das Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>The model cannot learn these labels</source>
            <translation>Das Modell kann diese Labels nicht lernen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_check.py" />
            <source>The model cannot learn these labels: it does no better than guessing, so it cannot tell which of them are wrong. Check that each photo is in the right class.</source>
            <translation>Das Modell kann diese Labels nicht lernen: Es ist nicht besser als Raten, darum kann es nicht sagen, welche davon falsch sind. Prüfen Sie, ob jedes Foto in der richtigen Klasse ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>The model cannot look at this file. {reason}</source>
            <translation>Das Modell kann diese Datei nicht ansehen. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>The model has become better</source>
            <translation>Das Modell ist besser geworden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>The model has become worse</source>
            <translation>Das Modell ist schlechter geworden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/folder_watch.py" />
            <source>The model has changed, so the folder is no longer watched. Classify its photos again, then watch it.</source>
            <translation>Das Modell hat sich geändert, daher wird der Ordner nicht mehr beobachtet. Klassifizieren Sie seine Fotos neu und beobachten Sie ihn dann wieder.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>The model in {folder} cannot be used: {problem}. Choose another training run, or train again.</source>
            <translation>Das Modell in {folder} lässt sich nicht verwenden: {problem}. Wählen Sie ein anderes Training, oder trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>The model in {folder} could not be read: {reason}. Check its permissions and the disk.</source>
            <translation>Das Modell in {folder} konnte nicht gelesen werden: {reason}. Prüfen Sie seine Zugriffsrechte und die Festplatte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>The model in {folder} gives no usable answer for any of these photos, because its numbers are out of range. Train again with a smaller learning rate.</source>
            <translation>Das Modell in {folder} gibt für keines dieser Fotos eine brauchbare Antwort, weil seine Zahlen zu groß geworden sind. Trainieren Sie noch einmal mit einer kleineren Lernrate.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/train.py" />
            <source>The model is finished, but it could not learn what your photos look like. It tries again when you classify photos.</source>
            <translation>Das Modell ist fertig, konnte aber nicht lernen, wie Ihre Fotos aussehen. Es versucht das erneut, wenn Sie Fotos klassifizieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/answered.py" />
            <source>The model is less sure than you ask for.</source>
            <translation>Das Modell ist weniger sicher, als Sie verlangen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>The model is less sure than you ask for. The nearest class is {name}.</source>
            <translation>Das Modell ist weniger sicher, als Sie verlangen. Am nächsten kommt die Klasse {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>The model is trained, but the picture of the window could not be drawn: {reason}</source>
            <translation>Das Modell ist trainiert, aber das Bild des Fensters konnte nicht gezeichnet werden: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/model_in_use.py" />
            <source>The model you chose stays in use: it got {old:.1%} of the validation photos right, the new one {new:.1%}. You can switch models at the top of the Training page.</source>
            <translation>Das Modell, das Sie gewählt haben, bleibt in Verwendung: Es hat {old:.1%} der Validierungsfotos richtig, das neue {new:.1%}. Oben auf der Seite „Training“ können Sie das Modell wechseln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_connection.py" />
            <source>The most similar photos are test photos of this project now, so they are not shown.</source>
            <translation>Die ähnlichsten Fotos sind jetzt Testfotos dieses Projekts und werden deshalb nicht gezeigt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>The name contains characters that cannot be shown. Type another one.</source>
            <translation>Der Name enthält Zeichen, die sich nicht anzeigen lassen. Geben Sie einen anderen ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/scan.py" />
            <source>The name of {file} contains characters this computer cannot read. Rename it, then try again.</source>
            <translation>Der Name von {file} enthält Zeichen, die dieser Computer nicht lesen kann. Ändern Sie den Namen, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>The name of {file} does not say which model it is for. Add --model NAME, for example --model resnet18.</source>
            <translation>Der Name von {file} sagt nicht, für welches Modell die Datei ist. Ergänzen Sie --model NAME, zum Beispiel --model resnet18.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>The network as it is now.</source>
            <translation>Das Netz, wie es jetzt ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>The network as it was before it saw your photos.</source>
            <translation>Das Netz, wie es war, bevor es Ihre Fotos sah.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>The network as it was before it saw your photos: {weights}.</source>
            <translation>Das Netz, wie es war, bevor es Ihre Fotos sah: {weights}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>The network could not be opened.</source>
            <translation>Das Netz konnte nicht geöffnet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>The network could not be prepared for this graphics card, so it is used as it is: {reason}</source>
            <translation>Das Netz ließ sich nicht für diese Grafikkarte vorbereiten und wird verwendet, wie es ist: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network gives each class a score, and softmax turns the scores into shares that add up to 100 %. A high share means “more like this class than the others”, not “certainly right”: even a photo of something completely different gets a class.</source>
            <translation>Das Netz gibt jeder Klasse Punkte, und Softmax macht daraus Anteile, die zusammen 100 % ergeben. Ein hoher Anteil heißt „dieser Klasse ähnlicher als den anderen“, nicht „sicher richtig“: Auch ein Foto von etwas ganz anderem bekommt eine Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>The network learns from scratch for {full} {full:epoch|epochs}.</source>
            <translation>Das Netz lernt {full} {full:Epoche|Epochen} lang von null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network learns from the training photos. The validation photos check it after each epoch. The test photos stay unseen until the end, so they show how good it will be with new photos.</source>
            <translation>Das Netz lernt aus den Trainingsfotos. Die Validierungsfotos prüfen es nach jeder Epoche. Die Testfotos bleiben bis zum Schluss ungesehen und zeigen darum, wie gut es mit neuen Fotos sein wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network starts to learn the training photos by heart: it gets better and better at those, but worse at the validation photos. The best epoch is the one before that happens, and that is the one this app keeps. More photos and augmentation help.</source>
            <translation>Das Netz beginnt, die Trainingsfotos auswendig zu lernen: Bei ihnen wird es immer besser, bei den Validierungsfotos schlechter. Die beste Epoche ist die davor, und die behält dieses Programm. Mehr Fotos und Augmentierung helfen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>The network that learns your classes. The first one is a good choice for most photos.</source>
            <translation>Das Netz, das Ihre Klassen lernt. Das erste ist für die meisten Fotos eine gute Wahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>The new last layer learns your classes for {n} {n:epoch|epochs}.</source>
            <translation>Die neue letzte Schicht lernt {n} {n:Epoche|Epochen} lang Ihre Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>The new model could not be moved to {folder}: {reason}. You can find it in {new}.</source>
            <translation>Das neue Modell konnte nicht nach {folder} verschoben werden: {reason}. Sie finden es in {new}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/model_in_use.py" />
            <source>The new model is now in use. It got {new:.1%} of its validation photos right, the earlier one {old:.1%}, but of different photos. You can switch back at the top of the Training page.</source>
            <translation>Das neue Modell ist jetzt in Verwendung. Es hat {new:.1%} seiner Validierungsfotos richtig, das frühere {old:.1%}, aber von anderen Fotos. Oben auf der Seite „Training“ können Sie zurückwechseln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The newest checkpoint in {folder} is damaged. Training resumes from the one before.</source>
            <translation>Der neueste gespeicherte Stand in {folder} ist beschädigt. Das Training geht vom vorletzten aus weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>The newest model was trained after {n} {n:photo was|photos were} relabelled or excluded</source>
            <translation>Das neueste Modell wurde trainiert, nachdem {n} {n:Foto|Fotos} neu zugeordnet oder ausgeschlossen {n:wurde|wurden}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>The numbers of all maps in one row: {n} of them.</source>
            <translation>Die Zahlen aller Karten in einer Reihe: insgesamt {n}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>The numbers that this layer has learned and slides over what comes in.</source>
            <translation>Die Zahlen, die diese Schicht gelernt hat und über ihre Eingabe gleiten lässt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/console.py" />
            <source>The output could not be written: {reason}.</source>
            <translation>Die Ausgabe konnte nicht geschrieben werden: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/name_pattern.py" />
            <source>The pattern describes file names, so it cannot contain a slash. To group by folder, choose “Folder”.</source>
            <translation>Das Muster beschreibt Dateinamen, darum kann es keinen Schrägstrich enthalten. Um nach Ordnern zu gruppieren, wählen Sie „Ordner“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/name_pattern.py" />
            <source>The pattern is longer than {n} characters. Shorten it: * stands for any text.</source>
            <translation>Das Muster ist länger als {n} Zeichen. Kürzen Sie es: * steht für beliebigen Text.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>The photo</source>
            <translation>Das Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The photo as numbers</source>
            <translation>Das Foto als Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>The photo is of no use: it is not trained on and not tested on. Its file stays.</source>
            <translation>Das Foto ist unbrauchbar: Es dient weder zum Training noch zum Test. Seine Datei bleibt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>The photo was not classified.</source>
            <translation>Das Foto wurde nicht klassifiziert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The photos</source>
            <translation>Die Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>The photos are being checked. Wait until that has finished, or stop it first.</source>
            <translation>Die Fotos werden gerade geprüft. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>The photos are being checked: see the bar below.</source>
            <translation>Die Fotos werden gerade geprüft: siehe die Leiste unten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The photos are being read. The tour continues in a moment.</source>
            <translation>Die Fotos werden gelesen. Gleich geht die Tour weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>The photos are checked.</source>
            <translation>Die Fotos sind geprüft.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>The photos are checked: {n} {n:thing|things} to look at.</source>
            <translation>Die Fotos sind geprüft: {n} {n:Punkt|Punkte} zum Ansehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The photos are dealt into five parts. Each part is judged by what was learned from the other four, so no photo is judged by its own label. Where the answer is clearly another class, and the most similar photos say so too, the label is probably wrong. “With your model” trains a model with your settings for each part, which takes longer.</source>
            <translation>Die Fotos werden auf fünf Teile verteilt. Jeder Teil wird mit dem beurteilt, was aus den anderen vier gelernt wurde, darum wird kein Foto nach seinem eigenen Label beurteilt. Wo die Antwort klar eine andere Klasse ist und auch die ähnlichsten Fotos dafür sprechen, ist das Label wahrscheinlich falsch. „Mit Ihrem Modell“ trainiert für jeden Teil ein Modell mit Ihren Einstellungen; das dauert länger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>The photos are no longer in {folder}.</source>
            <translation>Die Fotos sind nicht mehr in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>The photos are no longer in {folder}. If they are on an external drive, connect it, then ask for suggestions again.</source>
            <translation>Die Fotos sind nicht mehr in {folder}. Wenn sie auf einem externen Laufwerk sind, schließen Sie es an, und lassen Sie noch einmal Klassen vorschlagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/check.py" />
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>The photos are no longer in {folder}. If they are on an external drive, connect it, then check again.</source>
            <translation>Die Fotos sind nicht mehr in {folder}. Wenn sie auf einem externen Laufwerk sind, schließen Sie es an, und prüfen Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The photos are no longer where they were. Go to Dataset to find them.</source>
            <translation>Die Fotos sind nicht mehr am alten Ort. Suchen Sie sie unter „Datensatz“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>The photos are not sorted into classes in {folder}. Put them into one folder for each class, named after the class.</source>
            <translation>Die Fotos in {folder} sind nicht nach Klassen sortiert. Legen Sie sie in je einen Ordner pro Klasse, benannt nach der Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>The photos are not where they were</source>
            <translation>Die Fotos sind nicht mehr am alten Ort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>The photos are saved in {folder}. They belong to their authors: see the terms of each data set.</source>
            <translation>Die Fotos werden in {folder} gespeichert. Sie gehören ihren Urhebern: Beachten Sie die Bedingungen jedes Datensatzes.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>The photos did not come from a table with a group column.</source>
            <translation>Die Fotos stammen nicht aus einer Tabelle mit Gruppenspalte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>The photos have not been checked yet.</source>
            <translation>Die Fotos wurden noch nicht geprüft.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/familiar.py" />
            <source>The photos this model was trained with are no longer there, so it cannot tell which photos are unlike them.</source>
            <translation>Die Fotos, mit denen dieses Modell trainiert wurde, sind nicht mehr da. Darum kann es nicht sagen, welche Fotos ihnen nicht ähneln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/alike.py" />
            <source>The photos this model was trained with are no longer there.</source>
            <translation>Die Fotos, mit denen dieses Modell trainiert wurde, sind nicht mehr da.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/own_photos.py" />
            <source>The photos this model was trained with are on another computer ({folder}), and the app does not open them from there.</source>
            <translation>Die Fotos, mit denen dieses Modell trainiert wurde, liegen auf einem anderen Computer ({folder}), und von dort öffnet das Programm sie nicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/seen.py" />
            <source>The photos were not compared by {model}: its weights are missing.</source>
            <translation>{model} hat die Fotos nicht verglichen: Die Gewichte fehlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>The photos were not found. Say where they are now in the Dataset step.</source>
            <translation>Die Fotos wurden nicht gefunden. Geben Sie unter „Datensatz“ an, wo sie jetzt sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>The photos were not read.</source>
            <translation>Die Fotos wurden nicht gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>The picture is saved as PNG. Choose a name that ends in .png, not {file}.</source>
            <translation>Das Bild wird als PNG gespeichert. Wählen Sie einen Namen mit der Endung .png statt {file}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The picture that one filter makes: bright where the filter found its pattern, dark where it did not. The first layers find edges and colours. Later ones put these together and find textures, parts, and in the end whole things.</source>
            <translation>Das Bild, das ein Filter macht: hell, wo er sein Muster gefunden hat, dunkel, wo nicht. Die ersten Schichten finden Kanten und Farben. Spätere setzen daraus mehr zusammen und finden Strukturen, Teile und am Ende ganze Dinge.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>The plain training loop cannot train the last stages on their own. Set their epochs to 0, or switch off the plain training loop.</source>
            <translation>Die einfache Trainingsschleife kann die letzten Stufen nicht für sich trainieren. Setzen Sie ihre Epochen auf 0, oder schalten Sie die einfache Trainingsschleife aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>The plain training loop follows its own plan, so there are no recipes to choose from.</source>
            <translation>Die einfache Trainingsschleife folgt ihrem eigenen Plan, darum gibt es hier keine Rezepte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>The plain training loop only mirrors photos. To use the other changes, switch it off in Training.</source>
            <translation>Die einfache Trainingsschleife spiegelt Fotos nur. Um die anderen Änderungen zu verwenden, schalten Sie sie unter „Training“ aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The plan in {folder} is for {device}, but this training run uses {other} ({reason}). Choose {device} as the device, or train without the plan.</source>
            <translation>Der Plan in {folder} ist für {device}, aber dieses Training läuft auf {other} ({reason}). Wählen Sie {device} als Gerät, oder trainieren Sie ohne den Plan.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>The plan in {folder} is for {model}. Train that model, or train without the plan.</source>
            <translation>Der Plan in {folder} ist für {model}. Trainieren Sie dieses Modell, oder trainieren Sie ohne den Plan.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/parts.py" />
            <source>The plan of this training run was made for another model, not for {model}. Train again from the start, without it.</source>
            <translation>Der Plan dieses Trainings wurde für ein anderes Modell gemacht, nicht für {model}. Trainieren Sie ohne ihn noch einmal von vorn.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>The prepared network is only {times:.2f} times as fast on this graphics card, so the network is used as it is.</source>
            <translation>Das vorbereitete Netz ist auf dieser Grafikkarte nur {times:.2f}-mal so schnell, darum wird das Netz verwendet, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compiled.py" />
            <source>The prepared network is {times:.2f} times as fast on this graphics card.</source>
            <translation>Das vorbereitete Netz ist auf dieser Grafikkarte {times:.2f}-mal so schnell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>The prepared photos are kept in memory for this training run only. {reason}</source>
            <translation>Die vorbereiteten Fotos bleiben nur für dieses Training im Arbeitsspeicher. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The pretrained weights for {model} are not on this computer. Download or import them, or start from scratch.</source>
            <translation>Die vortrainierten Gewichte für {model} sind nicht auf diesem Computer. Laden Sie sie herunter, importieren Sie sie, oder beginnen Sie bei null.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The pretrained weights for {model} are not on this computer. Download them, import a weights file, start from scratch (weights none), or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation>Die vortrainierten Gewichte für {model} sind nicht auf diesem Computer. Laden Sie sie herunter, importieren Sie eine Gewichtsdatei, beginnen Sie bei null (weights none), oder wählen Sie EfficientNet-Lite0, dessen Gewichte dabei sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>The process that checks the labels</source>
            <translation>Der Prozess, der die Labels prüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>The process that checks the photos</source>
            <translation>Der Prozess, der die Fotos prüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>The process that classifies photos</source>
            <translation>Der Prozess, der Fotos klassifiziert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>The process that downloads the photos</source>
            <translation>Der Prozess, der die Fotos herunterlädt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <source>The process that draws the sample</source>
            <translation>Der Prozess, der das Beispiel zeichnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>The process that reads the photos</source>
            <translation>Der Prozess, der die Fotos liest</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>The process that saves the answers</source>
            <translation>Der Prozess, der die Antworten speichert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>The process that saves the labels</source>
            <translation>Der Prozess, der die Labels speichert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>The process that suggests classes</source>
            <translation>Der Prozess, der Klassen vorschlägt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_device.py" />
            <source>The process that tests the graphics card</source>
            <translation>Der Prozess, der die Grafikkarte testet,</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/watch_folder.py" />
            <source>The process that watches the folder</source>
            <translation>Der Prozess, der den Ordner überwacht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>The project notes that test photos are shown.</source>
            <translation>Das Projekt merkt sich, dass Testfotos gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/photos.py" />
            <source>The project {folder} contains no photos yet. Add a folder of photos.</source>
            <translation>Das Projekt {folder} enthält noch keine Fotos. Fügen Sie einen Fotoordner hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be created: {reason}. Choose another place.</source>
            <translation>Das Projekt {folder} konnte nicht angelegt werden: {reason}. Wählen Sie einen anderen Ort.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be opened or saved. Check its permissions, or copy it to a folder of your own.</source>
            <translation>Das Projekt {folder} konnte nicht geöffnet oder gespeichert werden. Prüfen Sie seine Zugriffsrechte, oder kopieren Sie es in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be read or saved: {reason}. Check the disk, then open it again.</source>
            <translation>Das Projekt {folder} konnte nicht gelesen oder gespeichert werden: {reason}. Prüfen Sie die Festplatte und öffnen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} could not be read: {reason}. Check its permissions and the disk.</source>
            <translation>Das Projekt {folder} konnte nicht gelesen werden: {reason}. Prüfen Sie seine Zugriffsrechte und die Festplatte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} is damaged and was not changed. Restore it from a backup, or open the folder of photos again under a new name.</source>
            <translation>Das Projekt {folder} ist beschädigt und wurde nicht verändert. Stellen Sie es aus einer Sicherung wieder her, oder öffnen Sie den Fotoordner unter neuem Namen noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>The project {folder} is open in another window. Close it there, then try again.</source>
            <translation>Das Projekt {folder} ist in einem anderen Fenster geöffnet. Schließen Sie es dort, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/runs.py" />
            <source>The project {folder} lists a training run that this app did not create. Open the project again, then try again.</source>
            <translation>Das Projekt {folder} nennt ein Training, das nicht von diesem Programm stammt. Öffnen Sie es neu, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/schema.py" />
            <source>The project {folder} was made by a newer version of this app. Update the app to open it.</source>
            <translation>Das Projekt {folder} stammt von einer neueren Version dieses Programms. Aktualisieren Sie das Programm, um es zu öffnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The rate while the whole pretrained network learns. Keep it small, so that the network does not forget what it knows. 0.00001 is a good start.</source>
            <translation>Die Rate, während das ganze vortrainierte Netz lernt. Wählen Sie sie klein, damit das Netz nicht vergisst, was es weiß. 0,00001 ist ein guter Anfang.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>The report is being put together</source>
            <translation>Der Bericht wird zusammengestellt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_connection.py" />
            <source>The report was saved as {file}.</source>
            <translation>Der Bericht wurde als {file} gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The rule that decides how the weights are adjusted.</source>
            <translation>Die Regel, nach der die Gewichte angepasst werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The rule that turns mistakes into adjustments. SGD takes plain steps downhill. Adam gives each weight its own step size and usually gets there sooner. AdamW also keeps the weights small.</source>
            <translation>Die Regel, die aus Fehlern Anpassungen macht. SGD geht einfach bergab. Adam gibt jedem Gewicht eine eigene Schrittweite und ist meist früher da. AdamW hält außerdem die Gewichte klein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>The sample could not be saved in {folder}: {reason}. Free some space, or choose another folder.</source>
            <translation>Das Beispiel konnte nicht in {folder} gespeichert werden: {reason}. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>The scores as shares that add up to 100 %: the answer.</source>
            <translation>Die Punkte als Anteile, die zusammen 100 % ergeben: die Antwort.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>The self-test could not be started.</source>
            <translation>Der Selbsttest konnte nicht gestartet werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>The self-test is running</source>
            <translation>Der Selbsttest läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The settings are fine as they are: press Train. One curve shows how well the model does on photos it learns from, the other on photos it never learns from. When the two drift apart, it is learning by heart: overfitting.</source>
            <translation>Drücken Sie auf „Trainieren“. Eine Kurve zeigt, wie gut das Modell Fotos erkennt, aus denen es lernt, die andere solche, aus denen es nie lernt. Laufen sie auseinander, lernt es auswendig: Überanpassung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/unknown.py" />
            <source>The share of false alarms must be between 0 and {most:.0%}, and the lowest confidence between 0 and 100%.</source>
            <translation>Der Anteil der Fehlalarme muss zwischen 0 und {most:.0%} liegen und die kleinste Sicherheit zwischen 0 und 100 %.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>The share of photos the model gets right. Higher is better.</source>
            <translation>Der Anteil der Fotos, die das Modell richtig erkennt. Mehr ist besser.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/split_plan.py" />
            <source>The shares must add up to 100 %.</source>
            <translation>Die Anteile müssen zusammen 100 % ergeben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>The smallest</source>
            <translation>Das kleinste</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The test</source>
            <translation>Der Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>The test process</source>
            <translation>Der Testprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>The test report {file} could not be read. Test again.</source>
            <translation>Der Testbericht {file} konnte nicht gelesen werden. Testen Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>The test was stopped. Nothing was saved.</source>
            <translation>Der Test wurde gestoppt. Nichts wurde gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>The training</source>
            <translation>Das Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>The training did not start.</source>
            <translation>Das Training hat nicht begonnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>The training photos that look most like this one to the model</source>
            <translation>Die Trainingsfotos, die diesem aus Sicht des Modells am ähnlichsten sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>The training process</source>
            <translation>Der Trainingsprozess</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>The training run in {folder} learns from {own}, not from {asked}. Resume it with {own}, or choose another folder.</source>
            <translation>Das Training in {folder} lernt aus {own}, nicht aus {asked}. Setzen Sie es mit {own} fort, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>The training run in {folder} started with a different setting ({setting}: {own}, not {asked}). Use the same setting, or choose another folder.</source>
            <translation>Das Training in {folder} begann mit einer anderen Einstellung ({setting}: {own}, nicht {asked}). Verwenden Sie dieselbe Einstellung, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>The training run in {folder} was planned with {own} {own:epoch|epochs}, so it cannot be resumed with {asked}. To train for a different number of epochs, choose another folder.</source>
            <translation>Das Training in {folder} war mit {own} {own:Epoche|Epochen} geplant und lässt sich darum nicht mit {asked} fortsetzen. Für eine andere Zahl von Epochen wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/cleaned.py" />
            <source>The training run {run} has not been tested yet. Test its model first.</source>
            <translation>Das Training {run} wurde noch nicht getestet. Testen Sie zuerst sein Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>The two models do equally well, as far as these photos can tell.</source>
            <translation>Die beiden Modelle sind gleich gut, soweit diese Fotos es zeigen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>The two trainings differ in their settings or in how far they came, too, so the labels may not explain all of it.</source>
            <translation>Die beiden Trainings unterscheiden sich auch in ihren Einstellungen oder darin, wie weit sie kamen. Die Labels erklären darum vielleicht nicht alles.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/cleaned.py" />
            <source>The two trainings have no test photo in common whose label stayed the same, so they cannot be compared. Train both with the same split.</source>
            <translation>Die beiden Trainings haben kein gemeinsames Testfoto, dessen Label gleich geblieben ist, darum sind sie nicht zu vergleichen. Trainieren Sie beide mit derselben Aufteilung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>The weights are missing.</source>
            <translation>Die Gewichte fehlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The weights are not on this computer yet</source>
            <translation>Die Gewichte sind noch nicht auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The weights are not on this computer yet ({mb:.0f} MB)</source>
            <translation>Die Gewichte sind noch nicht auf diesem Computer ({mb:.0f} MB)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The weights are on this computer</source>
            <translation>Die Gewichte sind auf diesem Computer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>The weights come with the app ({mb:.0f} MB)</source>
            <translation>Die Gewichte sind schon dabei ({mb:.0f} MB)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights for {model} are now on this computer.</source>
            <translation>Die Gewichte für {model} sind jetzt auf diesem Computer.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights for {model} come with the app, so there is nothing to download.</source>
            <translation>Die Gewichte für {model} sind schon dabei, es gibt nichts herunterzuladen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>The weights for {model} could not be downloaded: {reason}. Try again later, import a weights file, or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation>Die Gewichte für {model} konnten nicht heruntergeladen werden: {reason}. Versuchen Sie es später noch einmal, importieren Sie eine Gewichtsdatei, oder wählen Sie EfficientNet-Lite0, dessen Gewichte dabei sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/check_labels.py" />
            <source>The whole list: {file}</source>
            <translation>Die ganze Liste: {file}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>The whole network</source>
            <translation>Das ganze Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>The whole network is fine-tuned for {n} {n:epoch|epochs}.</source>
            <translation>Das ganze Netz wird {n} {n:Epoche|Epochen} lang feinabgestimmt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/window_needs.py" />
            <source>The window cannot be opened because {file} is missing on this computer or damaged. Install CNN Desktop again.</source>
            <translation>Das Fenster lässt sich nicht öffnen, weil {file} auf diesem Computer fehlt oder beschädigt ist. Installieren Sie CNN Desktop neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/window_needs.py" />
            <source>The window cannot be opened because {file} is missing on this computer or damaged. On Debian or Ubuntu, type “sudo apt install {packages}”; on other systems, install the package that provides it.</source>
            <translation>Das Fenster lässt sich nicht öffnen, weil {file} auf diesem Computer fehlt oder beschädigt ist. Geben Sie unter Debian oder Ubuntu „sudo apt install {packages}“ ein; installieren Sie auf anderen Systemen das Paket, das es enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/window_needs.py" />
            <source>The window cannot be opened: {reason}. Log out and in again, or restart the computer. Commands such as “cnn-desktop train” work without a screen.</source>
            <translation>Das Fenster lässt sich nicht öffnen: {reason}. Melden Sie sich ab und wieder an, oder starten Sie den Computer neu. Befehle wie „cnn-desktop train“ brauchen keinen Bildschirm.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>The window sent something this version does not understand. Restart the app.</source>
            <translation>Das Fenster hat etwas geschickt, das diese Version nicht versteht. Starten Sie das Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>The window was closed.</source>
            <translation>Das Fenster wurde geschlossen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>The windows lie {n} numbers apart.</source>
            <translation>Die Fenster liegen {n} Zahlen auseinander.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>The window’s numbers, each times the kernel’s number at its place, are added up. The bias is one more learned number.</source>
            <translation>Die Zahlen im Fenster werden mit der Zahl des Kernels an ihrer Stelle malgenommen und addiert. Der Bias ist eine weitere gelernte Zahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>The {n} numbers are averaged.</source>
            <translation>Aus den {n} Zahlen wird der Mittelwert gebildet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Theme</source>
            <translation>Erscheinungsbild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>Then the last stages of the network learn as well, for {n} {n:epoch|epochs}.</source>
            <translation>Dann lernen die letzten Stufen des Netzes {n} {n:Epoche|Epochen} lang mit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/plan_words.py" />
            <source>Then the whole network is fine-tuned for {n} {n:epoch|epochs}.</source>
            <translation>Dann wird das ganze Netz {n} {n:Epoche|Epochen} lang feinabgestimmt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>There are no labelled photos that can be read, so there are no labels to check. Add photos.</source>
            <translation>Es gibt keine lesbaren Fotos mit Klasse, darum sind keine Labels zu prüfen. Fügen Sie Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <source>There are no photos here.</source>
            <translation>Hier sind keine Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <location filename="../../cnn_desktop/dataset/reading/together.py" />
            <source>There are no photos in {folder}. Choose a folder that contains one folder of photos for each class.</source>
            <translation>In {folder} sind keine Fotos. Wählen Sie einen Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>There are no photos to train on yet.</source>
            <translation>Noch gibt es keine Fotos zum Trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>There are no photos without a label that can be read, so there is nothing to suggest.</source>
            <translation>Es gibt keine lesbaren Fotos ohne Klasse, darum ist nichts vorzuschlagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/seen.py" />
            <source>There are no pretrained weights for {model}. Choose another model.</source>
            <translation>Für {model} gibt es keine vortrainierten Gewichte. Wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/timm_weights.py" />
            <source>There are no pretrained weights for {model}. Start from scratch, or choose another model.</source>
            <translation>Für {model} gibt es keine vortrainierten Gewichte. Beginnen Sie bei null, oder wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>There are no test photos in {folder}. Choose a folder of photos to test on.</source>
            <translation>In {folder} sind keine Testfotos. Wählen Sie einen Fotoordner zum Testen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <source>There are no test photos of this class.</source>
            <translation>Von dieser Klasse gibt es keine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>There are no test photos of “{true}”.</source>
            <translation>Von „{true}“ gibt es keine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no test photos, so the finished model cannot be tested on photos it has never seen. To find out how good it is, add a “test” folder.</source>
            <translation>Es gibt keine Testfotos, darum kann das fertige Modell nicht mit ungesehenen Fotos getestet werden. Um zu erfahren, wie gut es ist, fügen Sie einen Ordner „test“ hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no training photos in {folder}. Add some to its “train” folder.</source>
            <translation>In {folder} sind keine Trainingsfotos. Legen Sie welche in den Ordner „train“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>There are no validation photos, so {n:one|{n}} of the training photos {n:is|are} used for validation.</source>
            <translation>Es gibt keine Validierungsfotos, darum {n:dient eines|dienen {n}} der Trainingsfotos zur Validierung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/class_picker.py" />
            <source>There is a class “{name}” already.</source>
            <translation>Eine Klasse „{name}“ gibt es schon.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>There is no change {n} of the labels. Choose one of the history.</source>
            <translation>Es gibt keine Änderung {n} der Labels. Wählen Sie eine aus dem Verlauf.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>There is no checksum to compare {file} with, so the app cannot tell whether it is the original. Its own checksum (SHA-256) was saved: {digest}.</source>
            <translation>Zu {file} gibt es keine Prüfsumme zum Vergleichen, darum kann das Programm nicht feststellen, ob sie das Original ist. Ihre eigene Prüfsumme (SHA-256) wurde gespeichert: {digest}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no command or folder “{word}”. Did you mean “{near}”?</source>
            <translation>Es gibt keinen Befehl und keinen Ordner „{word}“. Meinten Sie „{near}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>There is no device “{device}”. Choose auto, cpu or cuda.</source>
            <translation>Es gibt kein Gerät „{device}“. Wählen Sie auto, cpu oder cuda.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>There is no device “{device}”. Choose auto, cpu, cuda or cuda:1.</source>
            <translation>Es gibt kein Gerät „{device}“. Wählen Sie auto, cpu, cuda oder cuda:1.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/explain.py" />
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>There is no file or folder “{path}”. Check the name.</source>
            <translation>Es gibt weder Datei noch Ordner „{path}“. Prüfen Sie den Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/check_data.py" />
            <source>There is no finding “{word}”. Choose one of these: {kinds}.</source>
            <translation>Den Befund „{word}“ gibt es nicht. Wählen Sie einen von diesen: {kinds}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/check_data.py" />
            <source>There is no finding “{word}”. Did you mean “{near}”?</source>
            <translation>Den Befund „{word}“ gibt es nicht. Meinten Sie „{near}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no folder or project “{word}”. Check the name, or type “cnn-desktop --help”.</source>
            <translation>Es gibt weder Ordner noch Projekt „{word}“. Prüfen Sie den Namen, oder tippen Sie „cnn-desktop --help“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>There is no model called “{model}”. Choose one from the list, or timm:NAME.</source>
            <translation>Es gibt kein Modell namens „{model}“. Wählen Sie eines aus der Liste, oder timm:NAME.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>There is no model called “{model}”. Choose one from the list.</source>
            <translation>Es gibt kein Modell namens „{model}“. Wählen Sie eines aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>There is no model called “{model}”. For a list, type: cnn-desktop weights list</source>
            <translation>Es gibt kein Modell namens „{model}“. Eine Liste zeigt: cnn-desktop weights list</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/timm_search.py" />
            <source>There is no model called “{name}”. Choose one from the list.</source>
            <translation>Es gibt kein Modell namens „{name}“. Wählen Sie eines aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>There is no photo on the clipboard. Copy a photo, then paste it here.</source>
            <translation>In der Zwischenablage ist kein Foto. Kopieren Sie ein Foto, und fügen Sie es dann hier ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>There is no project in {folder}. Check the name, or open the folder of photos again.</source>
            <translation>In {folder} ist kein Projekt. Prüfen Sie den Namen, oder öffnen Sie den Fotoordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>There is no public data set called “{name}”. Choose one from the list.</source>
            <translation>Es gibt keinen öffentlichen Datensatz namens „{name}“. Wählen Sie einen aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/window_needs.py" />
            <source>There is no screen to open the window on. Start CNN Desktop from the desktop’s menu. Commands such as “cnn-desktop train” work without a screen.</source>
            <translation>Es gibt keinen Bildschirm für das Fenster. Starten Sie CNN Desktop über das Menü der Arbeitsoberfläche. Befehle wie „cnn-desktop train“ brauchen keinen Bildschirm.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/split_plan.py" />
            <source>There is no such folder level. Choose one of the list.</source>
            <translation>Diese Ordnerebene gibt es nicht. Wählen Sie eine aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>There is no trained model to test yet. Train one first.</source>
            <translation>Es gibt noch kein trainiertes Modell zum Testen. Trainieren Sie zuerst eines.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>There is no trained model yet.</source>
            <translation>Noch gibt es kein trainiertes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>There is not enough disk space for {title}: it needs {need} MB in {folder}, but only {free} MB is free. Free some space, then try again.</source>
            <translation>Der Speicherplatz reicht nicht für {title}: Gebraucht werden {need} MB in {folder}, frei sind aber nur {free} MB. Schaffen Sie Platz, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/class_folders.py" />
            <source>There is not enough disk space: the copies need {need} MB in {folder}, but only {free} MB is free. Free some space, or choose another folder.</source>
            <translation>Der Speicherplatz reicht nicht: Die Kopien brauchen {need} MB in {folder}, frei sind aber nur {free} MB. Schaffen Sie Platz, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/space.py" />
            <source>There is not enough disk space: training may need {need} MB in {folder}, but only {free} MB is free. Free some space, then train again.</source>
            <translation>Auf der Festplatte ist zu wenig Platz: Das Training braucht vielleicht {need} MB in {folder}, aber nur {free} MB {free:ist|sind} frei. Schaffen Sie Platz, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/errors.py" />
            <source>There is not enough memory for this. Close other programs, then try again. Training needs less with a smaller batch size or image size.</source>
            <translation>Der Arbeitsspeicher reicht dafür nicht. Schließen Sie andere Programme, und versuchen Sie es noch einmal. Das Training braucht weniger mit kleinerer Batchgröße oder Bildgröße.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/memory.py" />
            <source>There is not enough memory on {device} even for one photo of {size} pixels. Close other programs, or choose a smaller image size or model.</source>
            <translation>Auf {device} reicht der Speicher nicht einmal für ein einziges Foto mit {size} Pixeln. Schließen Sie andere Programme, oder wählen Sie eine kleinere Bildgröße oder ein kleineres Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/memory.py" />
            <source>There is not enough memory on {device} for photos of {size} pixels. Close other programs, then try again.</source>
            <translation>Auf {device} reicht der Speicher nicht für Fotos mit {size} Pixeln. Schließen Sie andere Programme, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/quick_trainer.py" />
            <source>There is not enough memory on {device} for {photos} {photos:photo|photos} at a time, so the photos of a batch are processed {most} at a time.</source>
            <translation>Auf {device} reicht der Speicher nicht für {photos} {photos:Foto|Fotos} auf einmal, darum wird jeder Batch in Teilen von {most} verarbeitet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/memory.py" />
            <source>There is not enough memory on {device} for {photos} {photos:photo|photos} of {size} pixels at a time. Choose a smaller batch size or image size.</source>
            <translation>Auf {device} reicht der Speicher nicht für {photos} {photos:Foto|Fotos} mit {size} Pixeln auf einmal. Wählen Sie eine kleinere Batchgröße oder Bildgröße.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>There is not enough memory to keep the prepared photos, so they are prepared again in every epoch.</source>
            <translation>Für die vorbereiteten Fotos reicht der Arbeitsspeicher nicht, darum werden sie in jeder Epoche neu vorbereitet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>There is not enough space in {folder} to cache all photos, so some are read again in every epoch. Free some space to train faster.</source>
            <translation>In {folder} ist nicht genug Platz für alle Fotos, darum werden einige in jeder Epoche neu gelesen. Schaffen Sie Platz, um schneller zu trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>There is not enough space to keep the prepared photos, so they are prepared again in every epoch.</source>
            <translation>Für die vorbereiteten Fotos ist nicht genug Platz, darum werden sie in jeder Epoche neu vorbereitet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>There is nothing to train, because all epochs are set to 0. Choose at least one.</source>
            <translation>Es gibt nichts zu trainieren, weil alle Epochen auf 0 stehen. Wählen Sie mindestens eine.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>There is too little to learn from yet. Label a few photos of each of at least two classes in the Dataset tab, then ask for suggestions again.</source>
            <translation>Noch gibt es zu wenig, woraus zu lernen wäre. Ordnen Sie unter „Datensatz“ ein paar Fotos mindestens zwei Klassen zu, und lassen Sie dann noch einmal Klassen vorschlagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>There may be more photos.</source>
            <translation>Vielleicht sind es mehr Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>There was no model to classify with.</source>
            <translation>Es gab kein Modell, mit dem klassifiziert werden konnte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/app/selftest.py" />
            <source>There was no photo to classify.</source>
            <translation>Es gab kein Foto, das klassifiziert werden konnte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>These answers are from an earlier model.</source>
            <translation>Diese Antworten stammen von einem früheren Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>These are the labels as they are now.</source>
            <translation>Das sind die Labels, wie sie jetzt sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>These photos are not labelled yet, so they are not a class. Label them first.</source>
            <translation>Diese Fotos sind noch keiner Klasse zugeordnet, darum sind sie selbst keine Klasse. Ordnen Sie sie zuerst zu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>These photos are of no use: they are not trained on and not tested on. Their files stay.</source>
            <translation>Diese Fotos sind unbrauchbar: Sie dienen weder zum Training noch zum Test. Ihre Dateien bleiben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/label_changes.py" />
            <source>These photos are that way already, so nothing was changed.</source>
            <translation>Diese Fotos sind schon so, darum wurde nichts geändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>They belong together with test or validation photos, so label them by hand in the Dataset step.</source>
            <translation>Sie gehören mit Test- oder Validierungsfotos zusammen. Ordnen Sie sie darum unter „Datensatz“ von Hand zu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/quick_trainer.py" />
            <source>This copy of CNN Desktop has no compiler for graphics cards, so the network is used as it is.</source>
            <translation>Diese Edition von CNN Desktop hat keinen Compiler für Grafikkarten, daher wird das Netz so verwendet, wie es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>This difference may be chance. More test photos would make it clearer.</source>
            <translation>Dieser Unterschied kann Zufall sein. Mehr Testfotos würden ihn klarer machen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/child/queue.py" />
            <source>This helper process cannot do “{job}”.</source>
            <translation>Dieser Hilfsprozess kann „{job}“ nicht ausführen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <source>This is a hidden test photo.</source>
            <translation>Das ist ein verborgenes Testfoto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/report_dialog.py" />
            <source>This is all the report contains: versions, settings and logs, but no photos, and no names of files, folders or classes. It stays on this computer until you send it to somebody.</source>
            <translation>Das ist alles, was der Bericht enthält: Versionen, Einstellungen und Protokolle, aber keine Fotos und keine Namen von Dateien, Ordnern oder Klassen. Er bleibt auf diesem Computer, bis Sie ihn jemandem schicken.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>This is no better than guessing: always answering “{name}” would get {share:.1%} right. Check the labels, add photos of each class, or train longer.</source>
            <translation>Das ist nicht besser als Raten: Immer mit „{name}“ zu antworten, träfe in {share:.1%} der Fälle zu. Prüfen Sie die Klassen der Fotos, fügen Sie zu jeder Klasse Fotos hinzu, oder trainieren Sie länger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>This is the split that came with your photos.</source>
            <translation>Diese Aufteilung war bei Ihren Fotos schon dabei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>This looks like {name}.</source>
            <translation>Das sieht aus wie {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>This may be no better than guessing: always answering “{name}” would get {share:.1%} right. Test on more photos to be sure.</source>
            <translation>Das ist vielleicht nicht besser als Raten: Immer mit „{name}“ zu antworten, träfe in {share:.1%} der Fälle zu. Testen Sie mit mehr Fotos, um sicher zu sein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/heat.py" />
            <source>This model does not know the class “{name}”. Choose one of its classes.</source>
            <translation>Dieses Modell kennt die Klasse „{name}“ nicht. Wählen Sie eine seiner Klassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/explain.py" />
            <source>This model does not know the class “{name}”. It knows: {classes}.</source>
            <translation>Dieses Modell kennt die Klasse „{name}“ nicht. Es kennt: {classes}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/alike.py" />
            <source>This model has nothing to compare photos by.</source>
            <translation>Dieses Modell hat nichts, woran es Fotos vergleichen könnte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/predict.py" />
            <source>This model has only {n} validation photos, too few to call 1 photo in {m} unknown. Choose a larger share.</source>
            <translation>Dieses Modell hat nur {n} {n:Validierungsfoto|Validierungsfotos}, zu wenige, um 1 von {m} Fotos als unbekannt einzustufen. Wählen Sie einen größeren Anteil.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/unknown/familiar.py" />
            <source>This model has only {n} validation {n:photo|photos}, too few to tell which photos are unlike its training photos.</source>
            <translation>Dieses Modell hat nur {n} {n:Validierungsfoto|Validierungsfotos}, zu wenige, um zu sagen, welche Fotos seinen Trainingsfotos nicht ähneln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>This model knows none of the classes in {folder}: {strange}. It knows: {classes}. Choose photos of these classes, in folders with the same names.</source>
            <translation>Dieses Modell kennt keine der Klassen in {folder}: {strange}. Es kennt: {classes}. Wählen Sie Fotos dieser Klassen, in Ordnern mit denselben Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/labels.py" />
            <source>This name is too long for a class. Type {n} letters or fewer.</source>
            <translation>Dieser Name ist zu lang für eine Klasse. Geben Sie höchstens {n} Buchstaben ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>This network has already seen a million photos. It only needs a new last layer for your classes, so it learns in minutes. SimpleCNN starts from scratch. Try both and compare.</source>
            <translation>Dieses Netz hat schon eine Million Fotos gesehen. Es braucht nur eine neue letzte Schicht für Ihre Klassen, darum lernt es in Minuten. SimpleCNN beginnt bei null. Probieren Sie beide aus und vergleichen Sie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>This network has no layer called “{layer}”. Choose one from the list.</source>
            <translation>Dieses Netz hat keine Schicht namens „{layer}“. Wählen Sie eine aus der Liste.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>This network mostly works without feature maps: most of its steps have no picture.</source>
            <translation>Dieses Netz arbeitet überwiegend ohne Merkmalskarten: Zu den meisten Schritten gibt es kein Bild.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>This network starts from scratch. It shows how a network learns, and it needs many photos.</source>
            <translation>Dieses Netz beginnt bei null. Es zeigt, wie ein Netz lernt, und braucht viele Fotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>This package includes no licence text.</source>
            <translation>Dieses Paket enthält keinen Lizenztext.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>This photo is gone or cannot be read, so nobody can say what it shows. Go on with the next one.</source>
            <translation>Dieses Foto fehlt oder ist nicht lesbar, darum kann niemand sagen, was es zeigt. Machen Sie mit dem nächsten weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/opened.py" />
            <source>This photo is no longer in the project {folder}. Go on with the next one.</source>
            <translation>Dieses Foto ist nicht mehr im Projekt {folder}. Machen Sie mit dem nächsten weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>This project is read-only here, so what a check finds could not be saved.</source>
            <translation>Dieses Projekt kann hier nur angesehen werden, darum ließe sich nicht speichern, was eine Prüfung findet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/decisions.py" />
            <source>This reason is too long. Type {n} letters or fewer.</source>
            <translation>Diese Begründung ist zu lang. Geben Sie höchstens {n} Buchstaben ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>This result was not saved. {reason}</source>
            <translation>Dieses Ergebnis wurde nicht gespeichert. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>This step makes no picture.</source>
            <translation>Dieser Schritt macht kein Bild.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>This training run has already finished.</source>
            <translation>Dieses Training ist schon fertig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>This training run has no test photos.</source>
            <translation>Dieses Training hat keine Testfotos.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>This training runs on the CPU, though there is a graphics card: {reason}.</source>
            <translation>Dieses Training läuft auf der CPU, obwohl es eine Grafikkarte gibt: {reason}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Thoro&amp;ugh, about {time}</source>
            <translation>Gründli&amp;ch, etwa {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>Thumbnails, pasted pictures, and what networks have seen in your photos, to make later training faster. Clearing it never touches your photos, projects and models, or the sample.</source>
            <translation>Vorschaubilder, eingefügte Bilder und was Netze in Ihren Fotos gesehen haben, damit spätere Trainings schneller gehen. Ihre Fotos, Projekte und Modelle und das Beispiel bleiben beim Leeren unberührt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Time to open the window</source>
            <translation>Zeit bis zum Öffnen des Fensters</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_page.py" />
            <source>Times are estimates for a computer that does nothing else.</source>
            <translation>Die Zeiten sind Schätzungen für einen Computer, der sonst nichts tut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>To the network, a photo is three grids of numbers: how much red, green and blue there is at each place. Every photo is brought to the same size first, and its numbers are shifted so that they lie around 0.</source>
            <translation>Für das Netz ist ein Foto dreimal ein Raster aus Zahlen: wie viel Rot, Grün und Blau an jeder Stelle ist. Zuerst wird jedes Foto auf dieselbe Größe gebracht, und seine Zahlen werden so verschoben, dass sie um 0 liegen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>To use recipes, switch on “Look at each photo once” under Advanced.</source>
            <translation>Um Rezepte zu verwenden, schalten Sie unter „Erweitert“ die Einstellung „Jedes Foto nur einmal ansehen“ ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/predict.py" />
            <source>Too few of the photos this model was trained with can be read, so it cannot tell which photos are unlike them.</source>
            <translation>Zu wenige der Fotos, mit denen dieses Modell trainiert wurde, sind lesbar. Darum kann es nicht sagen, welche Fotos ihnen nicht ähneln.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Too few photos seen by both to say how well they agree (κ): {n} more {n:is|are} needed.</source>
            <translation>Es gibt zu wenige Fotos, die beide gesehen haben, um zu sagen, wie gut sie übereinstimmen (κ): Es {n:fehlt|fehlen} noch {n}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Train a model to see here what it makes of your photos.</source>
            <translation>Trainieren Sie ein Modell, dann sehen Sie hier, was es erkennt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Train on the labels as they are now: then you can see here what the changes brought.</source>
            <translation>Trainieren Sie mit den Labels, wie sie jetzt sind: Dann sehen Sie hier, was die Änderungen gebracht haben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>Trained</source>
            <translation>Trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Training</source>
            <translation>Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>Training and tests run on the CPU, which takes longer. Everything else works as usual.</source>
            <translation>Trainings und Tests laufen auf der CPU, was länger dauert. Alles andere funktioniert wie gewohnt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/card_dialog.py" />
            <source>Training and tests run on the CPU. With an NVIDIA graphics card they would be several times faster.</source>
            <translation>Trainings und Tests laufen auf der CPU. Mit einer NVIDIA-Grafikkarte wären sie um ein Mehrfaches schneller.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Training ended early because the loss was no longer a number. Choose a smaller learning rate, then train again.</source>
            <translation>Das Training endete früher, weil der Verlust keine Zahl mehr war. Wählen Sie eine kleinere Lernrate, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>Training failed because the loss was no longer a number. Choose a smaller learning rate, then train again.</source>
            <translation>Das Training ist gescheitert, weil der Verlust keine Zahl mehr war. Wählen Sie eine kleinere Lernrate, und trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Training in progress</source>
            <translation>Ein Training läuft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training is in progress. Wait until it has finished, or stop it first.</source>
            <translation>Gerade läuft ein Training. Warten Sie, bis es fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Training is paused.</source>
            <translation>Das Training ist angehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Training is still in progress.</source>
            <translation>Das Training läuft noch.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/memory.py" />
            <source>Training needs at least {need} of memory, but only {free} is free. Choose a batch size of {n} or less, or close other programs.</source>
            <translation>Das Training braucht mindestens {need} Speicher, doch nur {free} sind frei. Wählen Sie eine Batchgröße von höchstens {n}, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/memory.py" />
            <source>Training needs at least {need} of memory, but only {free} is free. Choose a smaller model, or close other programs.</source>
            <translation>Das Training braucht mindestens {need} Speicher, doch nur {free} sind frei. Wählen Sie ein kleineres Modell, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/memory.py" />
            <source>Training needs at least {need} of memory, but only {free} is free. Choose an image size of {n} or less, or close other programs.</source>
            <translation>Das Training braucht mindestens {need} Speicher, doch nur {free} sind frei. Wählen Sie eine Bildgröße von höchstens {n}, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Training needs photos of at least two classes. Go to Dataset to add or label some.</source>
            <translation>Das Training braucht Fotos aus mindestens zwei Klassen. Gehen Sie zu „Datensatz“, um welche hinzuzufügen oder zuzuordnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>Training on several graphics cards at once ({device}) is not possible yet. Choose one, for example cuda:0.</source>
            <translation>Training auf mehreren Grafikkarten zugleich ({device}) ist noch nicht möglich. Wählen Sie eine, zum Beispiel cuda:0.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>Training paused</source>
            <translation>Training angehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>Training photos that look like this one</source>
            <translation>Trainingsfotos, die diesem ähneln</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/status.py" />
            <source>Training progress</source>
            <translation>Trainingsfortschritt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/tab.py" />
            <source>Training run in use</source>
            <translation>Verwendetes Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>Training run “{run}”, tested {when} on {device}.</source>
            <translation>Training „{run}“, getestet {when} auf {device}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>Training runs</source>
            <translation>Trainings</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>Training the last stages brought no improvement, so the model from epoch {n} is kept.</source>
            <translation>Das Training der letzten Stufen hat keine Verbesserung gebracht, darum bleibt das Modell aus Epoche {n}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the last stages, epoch {epoch} of {epochs}</source>
            <translation>Die letzten Stufen werden trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the new last layer, epoch {epoch} of {epochs}</source>
            <translation>Die neue letzte Schicht wird trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>Training the whole network brought no improvement, so the model from epoch {n} is kept.</source>
            <translation>Das Training des ganzen Netzes hat keine Verbesserung gebracht, darum bleibt das Modell aus Epoche {n}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training the whole network, epoch {epoch} of {epochs}</source>
            <translation>Das ganze Netz wird trainiert, Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training was stopped. If an epoch was finished, the best model so far is kept.</source>
            <translation>Das Training wurde gestoppt. Wenn eine Epoche fertig war, bleibt das bisher beste Modell erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/by_recipe.py" />
            <source>Training with your settings, part {n} of {total}</source>
            <translation>Training mit Ihren Einstellungen, Teil {n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/train.py" />
            <source>Training {model} on {device} with {train} {train:photo|photos} in {classes} {classes:class|classes}, checked on {val} {val:photo|photos} after each epoch.</source>
            <translation>{model} wird auf {device} mit {train} {train:Foto|Fotos} aus {classes} {classes:Klasse|Klassen} trainiert und nach jeder Epoche mit {val} {val:Foto|Fotos} geprüft.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Training, validation and test photos</source>
            <translation>Trainings-, Validierungs- und Testfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Training:</source>
            <translation>Training:</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>Training: {run}</source>
            <translation>Training: {run}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>Trainings</source>
            <translation>Trainings</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Trains with the simple loop taught in deep-learning courses, without this app's speed-ups. Slower, but easy to compare with your own code.</source>
            <translation>Trainiert mit der einfachen Schleife, wie Deep-Learning-Kurse sie lehren, ohne die Beschleunigungen dieses Programms. Langsamer, aber gut mit eigenem Code zu vergleichen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <source>True class</source>
            <translation>Wahre Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <source>Try again, and report the problem if it happens again.</source>
            <translation>Versuchen Sie es noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/drop_zone.py" />
            <source>Try the &amp;sample</source>
            <translation>Beis&amp;piel ausprobieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Two changes at once, such as turning and recolouring, each of medium strength. Good for very long training.</source>
            <translation>Zwei Änderungen auf einmal, etwa gedreht und umgefärbt, jede in mittlerer Stärke. Gut für sehr langes Training.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Two of the same changes, one after the other, each by a medium amount. Known as RandAugment.</source>
            <translation>Zwei derselben Änderungen nacheinander, jede in mittlerer Stärke. Bekannt als RandAugment.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Two people who only guess agree now and then, too. κ says how much better than that they agree: 0 is no better than guessing, 1 is always. Above 0.8 is very good; below 0.6 the classes need a clearer rule.</source>
            <translation>Auch zwei Personen, die nur raten, stimmen ab und zu überein. κ sagt, wie viel besser die Übereinstimmung ist: 0 ist nicht besser als Raten, 1 heißt immer. Über 0,8 ist sehr gut; unter 0,6 brauchen die Klassen eine klarere Regel.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/class_picker.py" />
            <source>Type a class</source>
            <translation>Klasse eingeben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/restoring.py" />
            <source>Type a name of {n} letters or fewer.</source>
            <translation>Geben Sie einen Namen mit höchstens {n} Buchstaben ein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/blind.py" />
            <source>Type the name of the person who gives the opinion, with {n} letters or fewer.</source>
            <translation>Geben Sie den Namen der Person ein, die ihre Meinung abgibt, mit höchstens {n} Buchstaben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>Types a name for what the labels were after this change. Key: F2</source>
            <translation>Gibt dem Stand der Labels nach dieser Änderung einen Namen. Taste: F2</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>Under Advanced, you chose to train only the new last layer, so all three recipes do the same.</source>
            <translation>Unter „Erweitert“ haben Sie gewählt, nur die neue letzte Schicht zu trainieren. Darum tun alle drei Rezepte dasselbe.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Undone: {what}</source>
            <translation>Rückgängig gemacht: {what}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Unknown</source>
            <translation>Unbekannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>Unknown photos</source>
            <translation>Unbekannte Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>Unknown.</source>
            <translation>Unbekannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>Unpacking {title}</source>
            <translation>{title} wird entpackt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>Unpacking {title}.</source>
            <translation>{title} wird entpackt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <source>Unreadable</source>
            <translation>Unlesbar</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>Unsure</source>
            <translation>Unsicher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Use batch size {n}</source>
            <translation>Batchgröße {n} verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/job_state.py" />
            <source>Use image size {n}</source>
            <translation>Bildgröße {n} verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Used by:</source>
            <translation>Verwendet von:</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/shares.py" />
            <source>Val&amp;idation</source>
            <translation>Val&amp;idierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>Validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>Validation and test photos measure the model, so nobody sees their label or the suggestion: you say what you see. Other photos are mixed in, so being asked about a photo says nothing about it.</source>
            <translation>An Validierungs- und Testfotos wird das Modell gemessen, darum sieht niemand ihr Label oder den Vorschlag: Sie sagen, was Sie sehen. Andere Fotos sind daruntergemischt. Dass nach einem Foto gefragt wird, sagt also nichts darüber.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/brake.py" />
            <source>Validation photos check the training, so the model’s own suggestion is not taken for them: the model would mark its own work. Open “Second opinion” in the Labels step for these photos.</source>
            <translation>Validierungsfotos prüfen das Training, darum wird der Vorschlag des Modells für sie nicht übernommen: Sonst würde es seine eigene Arbeit benoten. Öffnen Sie für diese Fotos „Zweite Meinung“ unter „Labels“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Vary li&amp;ght and colours</source>
            <translation>Li&amp;cht und Farben variieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Version</source>
            <translation>Version</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>Version {version} · MIT licence</source>
            <translation>Version {version} · MIT-Lizenz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Very accurate for its size</source>
            <translation>Sehr genau für seine Größe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Very bright</source>
            <translation>Sehr hell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Very dark</source>
            <translation>Sehr dunkel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Very large</source>
            <translation>Sehr groß</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Very long or tall</source>
            <translation>Sehr breit oder hoch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Very small</source>
            <translation>Sehr klein</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Viewer</source>
            <translation>Betrachter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/message_bar.py" />
            <source>Wait</source>
            <translation>Warten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Warning</source>
            <translation>Warnung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/watch_folder.py" />
            <source>Watch the folder again, and report the problem if it happens again.</source>
            <translation>Überwachen Sie den Ordner noch einmal, und melden Sie das Problem, wenn es wieder auftritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Watching for new photos.</source>
            <translation>Ordner wird auf neue Fotos überwacht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Watching: {n} new {n:photo|photos} so far.</source>
            <translation>Ordner wird überwacht: bisher {n} {n:neues Foto|neue Fotos}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>Weigh small classes more</source>
            <translation>Kleine Klassen stärker gewichten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Weight decay</source>
            <translation>Weight Decay</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Weight decay {value} is out of range. Choose a number from 0 to 1.</source>
            <translation>Weight Decay {value} ist nicht möglich. Wählen Sie eine Zahl von 0 bis 1.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <source>Weights</source>
            <translation>Gewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <source>Weights (*.safetensors *.pth *.pt *.bin)</source>
            <translation>Gewichte (*.safetensors *.pth *.pt *.bin)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/download_weights.py" />
            <source>Weights are being downloaded. Wait until the download has finished, or stop it first.</source>
            <translation>Gewichte werden heruntergeladen. Warten Sie, bis das fertig ist, oder stoppen Sie es zuerst.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>Welcome to CNN Desktop</source>
            <translation>Willkommen bei CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>What cleaning the labels brought</source>
            <translation>Was das Bereinigen der Labels gebracht hat</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>What do you see?</source>
            <translation>Was sehen Sie?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>What is it?</source>
            <translation>Was ist es?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/help_button.py" />
            <source>What is “{term}”?</source>
            <translation>Was bedeutet „{term}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>What it passes on are neither maps nor one row of numbers. Choose another step on the left.</source>
            <translation>Er gibt weder Karten noch eine Reihe von Zahlen weiter. Wählen Sie links einen anderen Schritt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>What the changes brought cannot be measured</source>
            <translation>Was die Änderungen gebracht haben, ist nicht messbar</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>What this costs is known once a photo has been classified, if the training photos are still there.</source>
            <translation>Was das kostet, zeigt sich, sobald ein Foto klassifiziert wurde, sofern die Trainingsfotos noch da sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <location filename="../../cnn_desktop/gui/labels/tab.py" />
            <location filename="../../cnn_desktop/gui/model/tab.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>What to show</source>
            <translation>Was gezeigt wird</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>What would somebody say who does not see the label?</source>
            <translation>Was würde jemand sagen, der das Label nicht sieht?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>What you label here is used for training only, never for validation or the test: a suggestion you have seen would make the model look better than it is.</source>
            <translation>Was Sie hier zuordnen, dient nur dem Training, nie der Validierung oder dem Test: Ein Vorschlag, den Sie gesehen haben, ließe das Modell besser aussehen, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>Whatever is changed is listed here: when, by whom, and what. Each earlier state can be brought back.</source>
            <translation>Hier steht jede Änderung: wann, von wem und was. Jeder frühere Stand lässt sich zurückholen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_table.py" />
            <source>When</source>
            <translation>Wann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/answer_card.py" />
            <source>When is a photo &amp;unknown?</source>
            <translation>Wann ist ein Foto &amp;unbekannt?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>When training from scratch, the whole network always learns. Recipes are for pretrained networks.</source>
            <translation>Beim Start von null lernt immer das ganze Netz. Rezepte sind für vortrainierte Netze.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/tab.py" />
            <source>Where are the photos now?</source>
            <translation>Wo sind die Fotos jetzt?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Where it was found</source>
            <translation>Wo es gefunden wurde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Where the model looks</source>
            <translation>Wo das Modell hinsieht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>Where the model looks ({key})</source>
            <translation>Wo das Modell hinsieht ({key})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <source>Where they differ</source>
            <translation>Wo sie sich unterscheiden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Where training runs: on the processor or on a graphics card.</source>
            <translation>Wo das Training läuft: auf dem Prozessor oder auf einer Grafikkarte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>Whether the learning rate stays the same or falls to zero along a cosine curve.</source>
            <translation>Ob die Lernrate gleich bleibt oder entlang einer Kosinuskurve auf null fällt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/level_choice.py" />
            <source>Which folders are the classes?</source>
            <translation>Welche Ordner sind die Klassen?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Which network</source>
            <translation>Welches Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>Which of your labels are probably wrong?</source>
            <translation>Welche Ihrer Labels sind wahrscheinlich falsch?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/feature_phases.py" />
            <source>While only some layers learn, each photo is shown in {n} fixed {n:variation|variations}.</source>
            <translation>Solange nur einige Schichten lernen, wird jedes Foto in {n} {n:fester Variante|festen Varianten} gezeigt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>While only some layers learn, remembers what the others see in each photo. Much faster.</source>
            <translation>Merkt sich, solange nur einige Schichten lernen, was die übrigen in jedem Foto sehen. Viel schneller.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/seal_view.py" />
            <source>Whoever looks at test photos and changes something because of them makes the test result better than it is. So they stay hidden until you ask for them, and the project notes when you did.</source>
            <translation>Wer Testfotos ansieht und ihretwegen etwas ändert, macht das Testergebnis besser, als es ist. Darum bleiben sie verborgen, bis Sie sie sehen wollen, und das Projekt vermerkt, wann das war.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>Why?</source>
            <translation>Warum?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>Window</source>
            <translation>Fenster</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>Window delay while training, 99 % of the time below</source>
            <translation>Verzögerung des Fensters beim Training, in 99 % der Fälle unter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>With &amp;your model, about {time}</source>
            <translation>Mi&amp;t Ihrem Modell, etwa {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>With other test photos, the share of right answers would be a little different. In 95 of 100 such tests, the interval contains the true share. More test photos make it narrower.</source>
            <translation>Mit anderen Testfotos wäre der Anteil richtiger Antworten ein wenig anders. In 95 von 100 solchen Tests enthält das Intervall den wahren Anteil. Mehr Testfotos machen es enger.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>With the same seed, the photos come in the same order and with the same random changes.</source>
            <translation>Mit derselben Startzahl kommen die Fotos in derselben Reihenfolge und mit denselben zufälligen Änderungen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>Without pictures</source>
            <translation>Ohne Bilder</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <source>Working…</source>
            <translation>Wird berechnet…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Writes the numbers of all maps in one long row. Nothing is computed: only the order changes, because the fully connected layer that follows expects a row, not pictures.</source>
            <translation>Schreibt die Zahlen aller Karten in eine lange Reihe. Gerechnet wird dabei nicht: Nur die Anordnung ändert sich, weil die vollständig verbundene Schicht danach eine Reihe erwartet, keine Bilder.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_filter_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>Wrong</source>
            <translation>Falsch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Wrong answers</source>
            <translation>Falsche Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>Wrong: it is labelled {label}.</source>
            <translation>Falsch: Das Label ist {label}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>You can train once the photos are found</source>
            <translation>Sie können trainieren, sobald die Fotos gefunden sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>You can train once the weights are on this computer</source>
            <translation>Sie können trainieren, sobald die Gewichte auf diesem Computer sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>You can train once two classes have photos</source>
            <translation>Trainieren können Sie, sobald zwei Klassen Fotos haben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>You cannot tell.</source>
            <translation>Sie können es nicht sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>You chose the layers to train under Advanced. The recipe only sets how long they train.</source>
            <translation>Welche Schichten lernen, haben Sie unter „Erweitert“ gewählt. Das Rezept bestimmt nur, wie lange.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>You do not have permission to open the folder {folder}. Change its permissions, or copy the photos to a folder of your own.</source>
            <translation>Sie dürfen den Ordner {folder} nicht öffnen. Ändern Sie seine Zugriffsrechte, oder kopieren Sie die Fotos in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>You do not have permission to write to {folder}. Choose another folder for this training run.</source>
            <translation>In {folder} dürfen Sie nicht schreiben. Wählen Sie für dieses Training einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>You have set the epochs yourself.</source>
            <translation>Sie haben die Epochen selbst festgelegt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>You have tested on these photos once.</source>
            <translation>Mit diesen Fotos wurde einmal getestet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>You have tested on these photos {n} times.</source>
            <translation>Mit diesen Fotos wurde {n}-mal getestet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>You have tested on these photos {n} times. Choosing settings by the result makes it look better than it is.</source>
            <translation>Mit diesen Fotos wurde {n}-mal getestet. Wer Einstellungen nach dem Ergebnis wählt, lässt es besser aussehen, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/together.py" />
            <source>You opened {n} folders together. Each of them is used as a class: {names}.</source>
            <translation>Sie haben {n} Ordner zusammen geöffnet. Jeder davon wird als Klasse verwendet: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/together.py" />
            <source>You opened {n} folders together: {names}. The class folders in them are used; those with the same name are one class.</source>
            <translation>Sie haben {n} Ordner zusammen geöffnet: {names}. Die Klassenordner darin werden verwendet; gleichnamige bilden eine Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <source>Your &amp;name:</source>
            <translation>Ihr &amp;Name:</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/places.py" />
            <source>Your home folder could not be found. Set the environment variable {name} to a folder you can write to, then try again.</source>
            <translation>Ihr persönlicher Ordner wurde nicht gefunden. Setzen Sie die Variable {name} auf einen Ordner, in den geschrieben werden darf, und versuchen Sie es erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_page.py" />
            <source>Your name</source>
            <translation>Ihr Name</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/augmentation_view.py" />
            <source>Your own mix of the changes below.</source>
            <translation>Ihre eigene Mischung der Änderungen unten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/tour.py" />
            <source>Your own photos</source>
            <translation>Eigene Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Your settings could not be read, so the default settings are used.</source>
            <translation>Ihre Einstellungen ließen sich nicht lesen; es gelten die Standardwerte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/preferences.py" />
            <source>Your settings could not be read, so the default settings are used. The old file was kept as {file}.</source>
            <translation>Ihre Einstellungen konnten nicht gelesen werden, darum gelten die Standardeinstellungen. Die alte Datei wurde als {file} aufgehoben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>Z to A</source>
            <translation>Z bis A</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Zoom in</source>
            <translation>Vergrößern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>Zoom out</source>
            <translation>Verkleinern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>about {value}</source>
            <translation>etwa {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>all photos of this row</source>
            <translation>alle Fotos dieser Reihe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>all reviewed</source>
            <translation>alle durchgesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>already knows</source>
            <translation>weiß schon</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>alternative engine, as in the earlier training run</source>
            <translation>anderer Rechenweg, wie im früheren Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>alternative engine, as it is faster here ({a:.0f} instead of {b:.0f} photos per second)</source>
            <translation>anderer Rechenweg, weil er hier schneller ist ({a:.0f} statt {b:.0f} Fotos pro Sekunde)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>and 997 more</source>
            <translation>und 997 weitere</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>and {n} {n:other class|other classes}</source>
            <translation>und {n} {n:weitere Klasse|weitere Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/public_datasets.py" />
            <source>animals and vehicles, colour, 32 × 32 pixels</source>
            <translation>Tiere und Fahrzeuge, farbig, 32 × 32 Pixel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>another file here has the same name, written with different Unicode characters. Rename one of them.</source>
            <translation>eine andere Datei hier hat denselben Namen, nur mit anderen Unicode-Zeichen geschrieben. Benennen Sie eine von beiden um.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>another program is using {card} or its memory</source>
            <translation>ein anderes Programm belegt {card} oder ihren Speicher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>arithmetic coding</source>
            <translation>arithmetische Kodierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>as in the recipe</source>
            <translation>wie im Rezept</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_layers.py" />
            <source>as they come</source>
            <translation>wie sie kommen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>batches of 4 photos</source>
            <translation>Batches aus 4 Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>best</source>
            <translation>am besten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <source>best epoch</source>
            <translation>beste Epoche</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>both</source>
            <translation>beide</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>brighter</source>
            <translation>heller</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>called glass</source>
            <translation>Glas genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>called {said}</source>
            <translation>als {said}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>cannot be judged</source>
            <translation>nicht zu beurteilen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/public_datasets.py" />
            <source>cats and dogs by breed, large colour photos</source>
            <translation>Katzen und Hunde nach Rasse, große Farbfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>channels with different numbers of bits</source>
            <translation>Kanäle mit verschieden vielen Bit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>checked on older labels</source>
            <translation>mit älteren Labels geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_labels.py" />
            <source>checking labels…</source>
            <translation>prüft Labels…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>checking photos…</source>
            <translation>prüft Fotos…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>checks</source>
            <translation>prüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>chosen by you</source>
            <translation>von Ihnen gewählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>classifying…</source>
            <translation>klassifiziert Fotos…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/public_datasets.py" />
            <source>clothes, grey, 28 × 28 pixels</source>
            <translation>Kleidung, grau, 28 × 28 Pixel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>colour type {n}</source>
            <translation>Farbtyp {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>complex numbers</source>
            <translation>komplexe Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>confidence in the right class</source>
            <translation>Sicherheit für die richtige Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>contains a kind of number this app cannot use</source>
            <translation>enthält Zahlen einer Art, die dieses Programm nicht verwenden kann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>contains complex numbers</source>
            <translation>enthält komplexe Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>contains no values</source>
            <translation>hat keine Werte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>cropped</source>
            <translation>zugeschnitten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>digits</source>
            <translation>Stellen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>downloaded by torchvision earlier</source>
            <translation>früher von torchvision heruntergeladen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>downloading…</source>
            <translation>lädt herunter…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>drop photos to classify</source>
            <translation>Fotos ablegen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>epoch {epoch:.1f}</source>
            <translation>Epoche {epoch:.1f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation>Epoche {epoch} von {epochs}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>epoch {epoch} of {epochs} · {time} left</source>
            <translation>Epoche {epoch} von {epochs} · noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>epoch {n}</source>
            <translation>Epoche {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>every photo</source>
            <translation>jedes Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>excluded</source>
            <translation>ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/explain.py" />
            <source>explaining…</source>
            <translation>erklärt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>fair</source>
            <translation>schwach</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_labels.py" />
            <source>first</source>
            <translation>erste</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/public_datasets.py" />
            <source>flowers, large colour photos</source>
            <translation>Blumen, große Farbfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>from scratch</source>
            <translation>von null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>from the file {file}</source>
            <translation>aus der Datei {file}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/precision.py" />
            <source>full precision, as half precision is only {times:.1f} times as fast on this computer</source>
            <translation>volle Genauigkeit, weil halbe auf diesem Computer nur {times:.1f}-mal so schnell ist</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>glass</source>
            <translation>Glas</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>good</source>
            <translation>gut</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/precision.py" />
            <source>half precision, as it is {times:.1f} times as fast on this computer</source>
            <translation>halbe Genauigkeit, weil sie auf diesem Computer {times:.1f}-mal so schnell ist</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/public_datasets.py" />
            <source>handwritten digits, grey, 28 × 28 pixels</source>
            <translation>handgeschriebene Ziffern, grau, 28 × 28 Pixel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>hierarchical</source>
            <translation>hierarchisch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>imported from {source}</source>
            <translation>aus {source} importiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>in use</source>
            <translation>in Verwendung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_panel.py" />
            <source>input</source>
            <translation>Eingang</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>is glass</source>
            <translation>ist Glas</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>is of a kind this app cannot use</source>
            <translation>ist von einer Art, die dieses Programm nicht verwenden kann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>is quantised</source>
            <translation>ist quantisiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>is sparse</source>
            <translation>ist dünn besetzt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>it contains a Mac's notes about a photo, not the photo itself. You can delete it.</source>
            <translation>es enthält die Notizen eines Mac zu einem Foto, nicht das Foto selbst. Sie können es löschen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>it contains no photos.</source>
            <translation>es sind keine Fotos darin.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>it contains nothing but zeros, as after a failed copy. Copy the original again.</source>
            <translation>es enthält nur Nullen, wie nach einem misslungenen Kopieren. Kopieren Sie das Original noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>it contains values that are not numbers (NaN or infinity)</source>
            <translation>es enthält Werte, die keine Zahlen sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>it describes a network larger than its file</source>
            <translation>sein Netz ist größer als seine Datei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>it does not say how to prepare photos</source>
            <translation>es sagt nicht, wie Fotos vorzubereiten sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>it has no label (line {line}). Add one.</source>
            <translation>es hat keine Klasse (Zeile {line}). Ergänzen Sie eine.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>it has {n} {n:channel|channels} but does not say which are red, green and blue. Save it as an RGB picture.</source>
            <translation>es hat {n} {n:Kanal|Kanäle}, sagt aber nicht, welche davon Rot, Grün und Blau sind. Speichern Sie es als RGB-Bild.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/cost.py" />
            <source>it has {size:.0f} megapixels, more than the {most:.0f} this app can read. Save it at a smaller size.</source>
            <translation>es hat {size:.0f} Megapixel, mehr als die {most:.0f}, die dieses Programm lesen kann. Speichern Sie es kleiner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>it is a RAW photo from a camera. Export it as JPEG with the camera's software, and use that.</source>
            <translation>es ist ein RAW-Foto aus einer Kamera. Exportieren Sie es mit dem Programm der Kamera als JPEG, und verwenden Sie das.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>it is a TIFF compressed with {name}, which this app cannot read. Save it as JPEG or PNG.</source>
            <translation>es ist ein TIFF mit der Kompression {name}, die dieses Programm nicht lesen kann. Speichern Sie es als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a document, not a photo. Save the pictures in it as JPEG or PNG to use them.</source>
            <translation>es ist ein Dokument, kein Foto. Speichern Sie die Bilder darin als JPEG oder PNG, um sie zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is a folder or a device, not a photo. Choose a photo instead.</source>
            <translation>es ist ein Ordner oder ein Gerät, kein Foto. Wählen Sie stattdessen ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>it is a kind of TIFF that this app cannot read ({detail}). Save it as JPEG or PNG.</source>
            <translation>es ist eine Art von TIFF, die dieses Programm nicht lesen kann ({detail}). Speichern Sie es als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>it is a link to a folder that is already used.</source>
            <translation>es ist eine Verknüpfung mit einem Ordner, der schon verwendet wird.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>it is a link to something that is no longer there. Put that back, or delete the link.</source>
            <translation>es ist eine Verknüpfung, deren Ziel nicht mehr da ist. Stellen Sie das Ziel wieder her, oder löschen Sie die Verknüpfung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>it is a model this version does not know</source>
            <translation>es ist ein Modell, das diese Version nicht kennt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>it is a pipe, a socket or a device, not a file.</source>
            <translation>es ist eine Pipe, ein Socket oder ein Gerät, keine Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>it is a placeholder for a photo that Git LFS stores elsewhere. Fetch the photo with “git lfs pull”.</source>
            <translation>es ist ein Platzhalter für ein Foto, das Git LFS anderswo speichert. Holen Sie das Foto mit „git lfs pull“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a program, not a photo. Choose a photo instead.</source>
            <translation>es ist ein Programm, kein Foto. Wählen Sie stattdessen ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>it is a rare kind of JPEG ({kind}) that this app cannot read. Save it as an ordinary JPEG.</source>
            <translation>es ist eine seltene Art von JPEG ({kind}), die dieses Programm nicht lesen kann. Speichern Sie es als gewöhnliches JPEG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a sound, not a photo. Choose a photo instead.</source>
            <translation>es ist eine Tonaufnahme, kein Foto. Wählen Sie stattdessen ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a table, not a photo. Choose a photo instead.</source>
            <translation>es ist eine Tabelle, kein Foto. Wählen Sie stattdessen ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a text file, not a photo. Choose a photo instead.</source>
            <translation>es ist eine Textdatei, kein Foto. Wählen Sie stattdessen ein Foto.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a video, not a photo. Save pictures from it as JPEG or PNG.</source>
            <translation>es ist ein Video, kein Foto. Speichern Sie Bilder daraus als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is a web page, not a photo. Download the photo itself.</source>
            <translation>es ist eine Webseite, kein Foto. Laden Sie das Foto selbst herunter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/no_photos.py" />
            <source>it is an archive, not a photo. Unpack it to use what is inside.</source>
            <translation>es ist ein Archiv, kein Foto. Entpacken Sie es, um den Inhalt zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>it is damaged or incomplete. Copy the original again.</source>
            <translation>es ist beschädigt oder unvollständig. Kopieren Sie das Original noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is empty. Copy the original again, or delete it.</source>
            <translation>es ist leer. Kopieren Sie das Original noch einmal, oder löschen Sie es.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>it is no longer there. Put it back, or open the folder again.</source>
            <translation>es ist nicht mehr da. Legen Sie es zurück, oder öffnen Sie den Ordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>it is not a photo this app can read. Save it as JPEG or PNG to use it.</source>
            <translation>es ist kein Foto, das dieses Programm lesen kann. Speichern Sie es als JPEG oder PNG, um es zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>it is not in a class folder. Move it into the folder of its class.</source>
            <translation>es liegt in keinem Klassenordner. Verschieben Sie es in den Ordner seiner Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>it is outside the folders train, val and test, so its {n} {n:photo is|photos are} not used. Move it into one of them to use {n:it|them}.</source>
            <translation>es liegt außerhalb der Ordner train, val und test, darum {n:wird ein Foto|werden {n} Fotos} darin nicht verwendet. Verschieben Sie es in einen davon, um {n:das Foto|die Fotos} zu verwenden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>it looks different each time it is read. Save it again with another program.</source>
            <translation>es sieht bei jedem Lesen anders aus. Speichern Sie es mit einem anderen Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>it needs photos prepared in a way this version does not know</source>
            <translation>seine Fotos werden auf eine Weise vorbereitet, die diese Version nicht kennt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>its contents are not those of a photo. Copy the original again, or choose another file.</source>
            <translation>ihr Inhalt ist nicht der eines Fotos. Kopieren Sie das Original noch einmal, oder wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>its format is {format}, which this app cannot read. Save it as JPEG or PNG.</source>
            <translation>sein Format ist {format}; das kann dieses Programm nicht lesen. Speichern Sie es als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>its image size is out of range</source>
            <translation>seine Bildgröße ist nicht möglich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/run_facts.py" />
            <source>its list of classes is not valid</source>
            <translation>seine Klassenliste stimmt nicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/listing.py" />
            <source>its name contains characters this computer cannot read. Rename it.</source>
            <translation>sein Name enthält Zeichen, die dieser Computer nicht lesen kann. Benennen Sie es um.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>its name has no ending such as .jpg or .png. Add one if it is a photo.</source>
            <translation>sein Name hat keine Endung wie .jpg oder .png. Ergänzen Sie eine, wenn es ein Foto ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_labels.py" />
            <source>judged</source>
            <translation>beurteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>judges</source>
            <translation>urteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_panel.py" />
            <source>kernel</source>
            <translation>Kern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>labelled {label}</source>
            <translation>Label: {label}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>lake</source>
            <translation>See</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>last layer</source>
            <translation>letzte Schicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>last stages</source>
            <translation>letzte Stufen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_labels.py" />
            <source>learned from</source>
            <translation>daraus gelernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>learns</source>
            <translation>lernt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>line {line} has no path. Add one.</source>
            <translation>Zeile {line} hat keinen Pfad. Ergänzen Sie einen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>line {line} names a folder, not a photo. Correct that line.</source>
            <translation>Zeile {line} nennt einen Ordner, kein Foto. Korrigieren Sie diese Zeile.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>look at photos</source>
            <translation>Fotos ansehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>loss</source>
            <translation>Verlust</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>lossless</source>
            <translation>verlustfrei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>metal</source>
            <translation>Metall</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>mirrored</source>
            <translation>gespiegelt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>moderate</source>
            <translation>mittelmäßig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>mountain</source>
            <translation>Berg</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>nearest: {name}, {p:.0%}</source>
            <translation>am nächsten: {name}, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>needs a trained model</source>
            <translation>braucht ein Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>needs photos</source>
            <translation>braucht Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>needs two classes</source>
            <translation>braucht zwei Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>network</source>
            <translation>Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_dialog.py" />
            <source>never</source>
            <translation>nie</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_table.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>new</source>
            <translation>neu</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/untrained.py" />
            <source>newly drawn weights</source>
            <translation>neue Zufallsgewichte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/untrained.py" />
            <source>newly drawn weights, as its pretrained weights are not on this computer</source>
            <translation>neue Zufallsgewichte, weil die vortrainierten Gewichte nicht auf diesem Computer sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>no NVIDIA card found</source>
            <translation>keine NVIDIA-Karte gefunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/named_columns.py" />
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>no columns</source>
            <translation>keine Spalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>no connection to {host}</source>
            <translation>keine Verbindung zu {host}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>no graphics card found</source>
            <translation>keine Grafikkarte gefunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>no group</source>
            <translation>keine Gruppe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>no photos yet</source>
            <translation>noch keine Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>no picture</source>
            <translation>kein Bild</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>no reason given</source>
            <translation>kein Grund genannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>no usable NVIDIA card: {error}</source>
            <translation>keine brauchbare NVIDIA-Karte: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>none</source>
            <translation>keine</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>none: from scratch</source>
            <translation>keine: von null</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>none: trained from scratch</source>
            <translation>keine: von null trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>none: unlike photos get a class too</source>
            <translation>keine: auch unähnliche Fotos bekommen eine Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>not checked yet</source>
            <translation>noch nicht geprüft</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>not finished</source>
            <translation>nicht beendet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>not found: moved, deleted or on a drive that is not connected</source>
            <translation>nicht gefunden: verschoben, gelöscht oder auf einem nicht angeschlossenen Laufwerk</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <source>not labelled yet</source>
            <translation>noch ohne Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>not on this computer ({size:.0f} MB to download)</source>
            <translation>nicht auf diesem Computer ({size:.0f} MB herunterzuladen)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>not stated</source>
            <translation>nicht angegeben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>not tested yet</source>
            <translation>noch nicht getestet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>nothing suspicious</source>
            <translation>nichts Verdächtiges</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>of at &amp;most</source>
            <translation>von &amp;höchstens</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>of its label</source>
            <translation>mit seinem Label</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_page.py" />
            <source>of the suggestion</source>
            <translation>mit der vorgeschlagenen Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>of the true class</source>
            <translation>der wahren Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/jump_box.py" />
            <source>of {total}</source>
            <translation>von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>off</source>
            <translation>aus</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/going_on.py" />
            <source>on</source>
            <translation>an</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_layers.py" />
            <source>on one scale</source>
            <translation>auf einer Skala</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>once</source>
            <translation>einmal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>open a folder</source>
            <translation>Ordner öffnen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>paper</source>
            <translation>Papier</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>parameters (M = million)</source>
            <translation>Parameter (M = Million)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>paused</source>
            <translation>angehalten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_answers.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>photo</source>
            <translation>Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>photos not found</source>
            <translation>Fotos nicht gefunden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>poor</source>
            <translation>schlecht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>predictor {n}</source>
            <translation>Prädiktor {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>pretrained</source>
            <translation>vortrainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/about.py" />
            <source>public domain</source>
            <translation>gemeinfrei</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>range</source>
            <translation>Bereich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/cost.py" />
            <source>reading it would take more than {most:.0f} GB of memory. Save it at a smaller size, or as a JPEG.</source>
            <translation>es zu lesen bräuchte mehr als {most:.0f} GB Arbeitsspeicher. Speichern Sie es kleiner oder als JPEG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/cost.py" />
            <source>reading it would take too long. Save it at a smaller size, or as an ordinary JPEG.</source>
            <translation>es zu lesen würde zu lange dauern. Speichern Sie es kleiner oder als gewöhnliches JPEG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/draw_sample.py" />
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>reading photos…</source>
            <translation>liest Fotos…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>ready</source>
            <translation>bereit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>red {red}, green {green}, blue {blue}</source>
            <translation>Rot {red}, Grün {green}, Blau {blue}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>right</source>
            <translation>richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>right answers</source>
            <translation>richtige Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>right, {p:.0%}</source>
            <translation>richtig, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>saving answers…</source>
            <translation>speichert Antworten…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>saving labels…</source>
            <translation>speichert Labels…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_labels.py" />
            <source>second</source>
            <translation>zweite</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>sign</source>
            <translation>Vorzeichen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine on {device}</source>
            <translation>Standard-Rechenweg auf {device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine, as in the earlier training run</source>
            <translation>Standard-Rechenweg, wie im früheren Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine, as it is faster here ({a:.0f} instead of {b:.0f} photos per second)</source>
            <translation>Standard-Rechenweg, weil er hier schneller ist ({a:.0f} statt {b:.0f} Fotos pro Sekunde)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine, as the alternative gives different results for this network</source>
            <translation>Standard-Rechenweg, weil der andere für dieses Netz andere Ergebnisse liefert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine, as there are only a few photos</source>
            <translation>Standard-Rechenweg, weil es nur wenige Fotos sind</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/engine_choice.py" />
            <source>standard engine. {reason}</source>
            <translation>Standard-Rechenweg. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>starting…</source>
            <translation>beginnt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>stopped, can be resumed</source>
            <translation>gestoppt, fortsetzbar</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>stopping…</source>
            <translation>stoppt…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/suggest_labels.py" />
            <source>suggesting classes…</source>
            <translation>schlägt Klassen vor…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>test</source>
            <translation>Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>test photo, its label is hidden</source>
            <translation>Testfoto, sein Label ist verborgen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>testing…</source>
            <translation>testet…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the Apple GPU</source>
            <translation>die Apple-GPU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU does not work: {error}</source>
            <translation>die Apple-GPU funktioniert nicht: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU gives wrong results</source>
            <translation>die Apple-GPU liefert falsche Ergebnisse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the Apple GPU works</source>
            <translation>die Apple-GPU funktioniert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA card</source>
            <translation>die NVIDIA-Karte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card does not work: {error}</source>
            <translation>die NVIDIA-Karte funktioniert nicht: {error}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card gives wrong results</source>
            <translation>die NVIDIA-Karte liefert falsche Ergebnisse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA card works</source>
            <translation>die NVIDIA-Karte funktioniert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA driver ({driver}) does not work; restart the computer or reinstall it</source>
            <translation>der NVIDIA-Treiber ({driver}) funktioniert nicht; starten Sie den Computer neu, oder installieren Sie ihn noch einmal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA driver ({driver}) is too old; install version {needed} or newer</source>
            <translation>der NVIDIA-Treiber ({driver}) ist zu alt; installieren Sie Version {needed} oder neuer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA driver ({driver}) is too old; update it</source>
            <translation>der NVIDIA-Treiber ({driver}) ist zu alt; aktualisieren Sie ihn</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA driver is not installed</source>
            <translation>der NVIDIA-Treiber ist nicht installiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the NVIDIA driver is not installed; install version {needed} or newer</source>
            <translation>der NVIDIA-Treiber ist nicht installiert; installieren Sie Version {needed} oder neuer</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>the NVIDIA driver is too old; update it to use the card</source>
            <translation>der NVIDIA-Treiber ist zu alt; aktualisieren Sie ihn, um die Karte zu nutzen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/heat_controls.py" />
            <source>the answer</source>
            <translation>die Antwort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>the connection to {host} is not secure (check this computer's date, or ask your network administrator)</source>
            <translation>die Verbindung zu {host} ist nicht sicher (prüfen Sie das Datum dieses Computers, oder fragen Sie, wer Ihr Netzwerk betreut)</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>the connection to {host} was lost</source>
            <translation>die Verbindung zu {host} brach ab</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>the disk reports “{reason}”. Check the disk, or copy the photo again.</source>
            <translation>die Festplatte meldet „{reason}“. Prüfen Sie die Festplatte, oder kopieren Sie das Foto noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>the file from {host} is damaged or the wrong one</source>
            <translation>die Datei von {host} ist beschädigt oder die falsche</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/cost.py" />
            <source>the file is {size:.1f} GB, more than the {most:.0f} GB this app can read. Save it at a smaller size.</source>
            <translation>die Datei hat {size:.1f} GB, mehr als die {most:.0f} GB, die dieses Programm lesen kann. Speichern Sie das Foto kleiner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/device.py" />
            <source>the graphics card could not be tested</source>
            <translation>die Grafikkarte konnte nicht getestet werden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>the graphics card is hidden by the environment variable CUDA_VISIBLE_DEVICES</source>
            <translation>die Grafikkarte wird durch die Variable CUDA_VISIBLE_DEVICES verborgen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/logits.py" />
            <source>the model gives no usable answer for it</source>
            <translation>das Modell gibt darauf keine brauchbare Antwort</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>the network said</source>
            <translation>das Netz sagte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>the picked photos</source>
            <translation>die ausgewählten Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>there is not enough memory to read it. Save it at a smaller size, or close other programs.</source>
            <translation>der Arbeitsspeicher reicht dafür nicht. Speichern Sie es kleiner, oder schließen Sie andere Programme.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <source>this app cannot read this kind of {format} file. Save it as JPEG or PNG.</source>
            <translation>dieses Programm kann diese Art von {format}-Datei nicht lesen. Speichern Sie sie als JPEG oder PNG.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this computer has no Apple GPU that the app can use</source>
            <translation>dieser Computer hat keine Apple-GPU, die das Programm nutzen kann</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this computer has {n} NVIDIA {n:card|cards}, counted from 0</source>
            <translation>dieser Computer hat {n} NVIDIA-{n:Karte|Karten}, gezählt ab 0</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>this edition of the app uses only the processor</source>
            <translation>diese Edition verwendet nur den Prozessor</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>this edition of the app uses only the processor; the NVIDIA edition can use {card}</source>
            <translation>diese Edition des Programms verwendet nur den Prozessor; die NVIDIA-Edition kann {card} verwenden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/device.py" />
            <source>this installation supports only the CPU</source>
            <translation>diese Installation unterstützt nur die CPU</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>this line has more values than there are columns. Put quotation marks around values that contain “{mark}”.</source>
            <translation>diese Zeile hat mehr Werte, als es Spalten gibt. Setzen Sie Werte, die „{mark}“ enthalten, in Anführungszeichen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>this version of the app does not support {card}</source>
            <translation>diese Version des Programms unterstützt {card} nicht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>timm has no model called “{model}”. Did you mean “{near}”?</source>
            <translation>timm hat kein Modell namens „{model}“. Meinten Sie „{near}“?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/timm_weights.py" />
            <source>timm has no model called “{model}”. Search the list of models for the right name.</source>
            <translation>timm hat kein Modell namens „{model}“. Suchen Sie den richtigen Namen in der Liste der Modelle.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>today</source>
            <translation>heute</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too large</source>
            <translation>zu groß</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too small</source>
            <translation>zu klein</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>trained on older labels</source>
            <translation>mit älteren Labels trainiert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>training</source>
            <translation>Training</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>training {value}</source>
            <translation>Training {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>true</source>
            <translation>wahr</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>unassigned</source>
            <translation>nicht zugeteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_answers.py" />
            <source>unknown</source>
            <translation>unbekannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>unreadable</source>
            <translation>nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>unsure</source>
            <translation>unsicher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <location filename="../../cnn_desktop/gui/training/curve_colours.py" />
            <source>validation</source>
            <translation>Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>validation {value}</source>
            <translation>Validierung {value}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>valley</source>
            <translation>Tal</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>very good</source>
            <translation>sehr gut</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/watch_folder.py" />
            <source>watching…</source>
            <translation>überwacht Ordner…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>weights missing</source>
            <translation>Gewichte fehlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_answers.py" />
            <source>what counts</source>
            <translation>was zählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>whole network</source>
            <translation>ganzes Netz</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/base.py" />
            <location filename="../../cnn_desktop/domain/jobs/check_device.py" />
            <source>working…</source>
            <translation>läuft…</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>yesterday</source>
            <translation>gestern</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>you do not have permission to read it. Change its permissions, or copy it to a folder of your own.</source>
            <translation>Sie haben keine Leserechte dafür. Ändern Sie seine Zugriffsrechte, oder kopieren Sie es in einen eigenen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>your network's proxy refused the connection to {host}</source>
            <translation>der Proxy Ihres Netzwerks hat die Verbindung zu {host} abgelehnt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/public_datasets.py" />
            <source>{about} · {n} photos in {classes} classes</source>
            <translation>{about} · {n} Fotos in {classes} Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>{accuracy:.1%} of {n} {n:photo|photos} right, between {low:.1%} and {high:.1%} (95 % interval).</source>
            <translation>{accuracy:.1%} von {n} {n:Foto|Fotos} richtig, zwischen {low:.1%} und {high:.1%} (95-%-Intervall).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>{address} could not be fetched: {reason}</source>
            <translation>{address} konnte nicht abgerufen werden: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>{card}</source>
            <translation>{card}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>{card} did not respond to its test within {seconds:.0f} seconds</source>
            <translation>{card} hat ihren Test nicht innerhalb von {seconds:.0f} Sekunden beantwortet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>{card} failed its test</source>
            <translation>{card} hat ihren Test nicht bestanden</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>{card} gave wrong results in its test</source>
            <translation>{card} hat in ihrem Test falsche Ergebnisse geliefert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>{day} · training stopped</source>
            <translation>{day} · Training gestoppt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>{day} · {share:.1%} in the test</source>
            <translation>{day} · {share:.1%} im Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_view.py" />
            <source>{day} · {share:.1%} in validation</source>
            <translation>{day} · {share:.1%} in der Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>{device}</source>
            <translation>{device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{doing}, {time} left</source>
            <translation>{doing}, noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{doing}: {done} of {total}</source>
            <translation>{doing}: {done} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{done} of {total}</source>
            <translation>{done} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{done} reviewed, {left} to do</source>
            <translation>{done} durchgesehen, noch {left}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{errors} of the last {n} were real errors: keep going.</source>
            <translation>{errors} der letzten {n} {errors:war ein echter Fehler|waren echte Fehler}: Machen Sie weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{errors} of {n} {errors:was a real error|were real errors} so far.</source>
            <translation>{errors} von {n} {errors:war|waren} bisher {errors:ein echter Fehler|echte Fehler}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{errors} of {n} {errors:was a real error|were real errors}.</source>
            <translation>{errors} von {n} {errors:war ein echter Fehler|waren echte Fehler}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/left_out.py" />
            <source>{files} and {n} more: {reason}</source>
            <translation>{files} und {n} weitere: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/left_out.py" />
            <source>{files}: {reason}</source>
            <translation>{files}: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/outputs.py" />
            <source>{file} already exists and is a different kind of file, so it was not replaced. Choose another name.</source>
            <translation>{file} gibt es schon, und es ist eine andere Art von Datei, darum wurde sie nicht ersetzt. Wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} already exists. Choose another file name.</source>
            <translation>{file} gibt es schon. Wählen Sie einen anderen Dateinamen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>{file} already exists. Choose another folder for the demo.</source>
            <translation>{file} gibt es schon. Wählen Sie einen anderen Ordner für die Demo.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/inside.py" />
            <source>{file} also exists under another name (a hard link), so it was not opened. Replace it with a copy, then try again.</source>
            <translation>{file} hat noch einen Namen anderswo auf der Festplatte (einen Hardlink) und wurde darum nicht geöffnet. Ersetzen Sie die Datei durch eine Kopie, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/decode.py" />
            <source>{file} cannot be read: {reason}</source>
            <translation>{file} kann nicht gelesen werden: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{file} cannot be shown.</source>
            <translation>{file} kann nicht gezeigt werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/connection.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>{file} cannot be shown. {reason}</source>
            <translation>{file} kann nicht gezeigt werden. {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>{file} cannot be used: its tensor {tensor} {problem}. Choose another file, or save only the weights (state_dict) as plain numbers.</source>
            <translation>{file} lässt sich nicht verwenden: Der Tensor {tensor} {problem}. Wählen Sie eine andere Datei, oder speichern Sie nur die Gewichte (state_dict) als einfache Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>{file} cannot be used: its tensors would take far more memory than its size suggests. Choose another file.</source>
            <translation>{file} wird nicht verwendet, weil die Tensoren darin weit mehr Speicher bräuchten, als die Datei groß ist. Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{file} contains a setting this app does not understand: {reason}. Correct it, then try again.</source>
            <translation>{file} enthält eine Einstellung, die dieses Programm nicht versteht: {reason}. Berichtigen Sie sie, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} contains more than weights, possibly program code, so it was not opened. Use a .safetensors file, or save only the weights (state_dict).</source>
            <translation>{file} enthält mehr als Gewichte, womöglich Programmcode, und wurde darum nicht geöffnet. Nehmen Sie eine .safetensors-Datei, oder speichern Sie nur die Gewichte (state_dict).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} contains no weights this app can use. Use a .safetensors file, or save only the weights (state_dict).</source>
            <translation>{file} enthält keine Gewichte, die dieses Programm verwenden kann. Nehmen Sie eine .safetensors-Datei, oder speichern Sie nur die Gewichte (state_dict).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} contains the unknown split “{split}” (line {line}). Use train, val or test.</source>
            <translation>{file} enthält die unbekannte Aufteilung „{split}“ (Zeile {line}). Schreiben Sie train, val oder test.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/errors.py" />
            <source>{file} could not be read or written: {reason}. Check its name and the disk, then try again.</source>
            <translation>{file} konnte nicht gelesen oder geschrieben werden: {reason}. Prüfen Sie den Namen und das Laufwerk, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_suggestions.py" />
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>{file} could not be read. Ask for suggestions again.</source>
            <translation>{file} konnte nicht gelesen werden. Lassen Sie noch einmal Klassen vorschlagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_check.py" />
            <source>{file} could not be read. Check the labels again.</source>
            <translation>{file} konnte nicht gelesen werden. Prüfen Sie die Labels noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/crops.py" />
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>{file} could not be read. Check the photos again.</source>
            <translation>{file} konnte nicht gelesen werden. Prüfen Sie die Fotos noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/scan_files.py" />
            <source>{file} could not be read. Open the folder again.</source>
            <translation>{file} konnte nicht gelesen werden. Öffnen Sie den Ordner noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>{file} could not be read: {reason}. Check its permissions and the disk, then open it again.</source>
            <translation>{file} konnte nicht gelesen werden: {reason}. Prüfen Sie die Zugriffsrechte und die Festplatte, und öffnen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} could not be read: {reason}. Check the file, then try again.</source>
            <translation>{file} konnte nicht gelesen werden: {reason}. Prüfen Sie die Datei, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} could not be read: {reason}. Choose another file.</source>
            <translation>{file} konnte nicht gelesen werden: {reason}. Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved because there is a folder of that name. Rename or delete that folder, then try again.</source>
            <translation>{file} konnte nicht gespeichert werden, weil es einen Ordner dieses Namens gibt. Benennen Sie diesen Ordner um oder löschen Sie ihn, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: you do not have permission to write to this folder. Choose another folder.</source>
            <translation>{file} konnte nicht gespeichert werden: In diesen Ordner dürfen Sie nicht schreiben. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: {reason}. Choose another folder.</source>
            <translation>{file} konnte nicht gespeichert werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} does not exist. Choose the weights file again.</source>
            <translation>{file} gibt es nicht. Wählen Sie die Gewichtsdatei noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} does not fit {model}: {detail}. Choose the model these weights were made for, or another file.</source>
            <translation>{file} passt nicht zu {model}: {detail}. Wählen Sie das Modell, für das diese Gewichte gemacht sind, oder eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/column_chooser.py" />
            <source>{file} does not say which columns hold the photos and their classes. Choose them here; the app remembers it for this table.</source>
            <translation>{file} sagt nicht, in welchen Spalten die Fotos und ihre Klassen stehen. Wählen Sie sie hier; das Programm merkt es sich für diese Tabelle.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} gives a photo several labels (line {line}), but each photo can have only one. Keep the one that fits best.</source>
            <translation>{file} gibt einem Foto mehrere Klassen (Zeile {line}), aber jedes Foto kann nur eine haben. Behalten Sie die, die am besten passt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} has a quotation mark in line {line} that is not closed. Correct that line.</source>
            <translation>{file} hat in Zeile {line} ein Anführungszeichen, das nicht geschlossen wird. Korrigieren Sie diese Zeile.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>{file} has changed since the app was installed. Reinstall the app.</source>
            <translation>{file} hat sich seit der Installation verändert. Installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/named_columns.py" />
            <source>{file} has no column “{name}” to be named with --columns. It has {columns}.</source>
            <translation>{file} hat keine Spalte „{name}“, die mit --columns anzugeben wäre. Vorhanden sind {columns}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/class_folders.py" />
            <location filename="../../cnn_desktop/verbs/outputs.py" />
            <source>{file} has the name of a photo, so no table was saved there. Choose a name that ends in .csv.</source>
            <translation>{file} hat den Namen eines Fotos, darum wurde dort keine Tabelle gespeichert. Wählen Sie einen Namen, der auf .csv endet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} has two columns called “{name}”. Keep one of them.</source>
            <translation>{file} hat zwei Spalten namens „{name}“. Behalten Sie eine davon.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is a compressed archive, which this app cannot read as weights. Use a .safetensors file, or save only the weights (state_dict).</source>
            <translation>{file} ist ein gepacktes Archiv, das dieses Programm nicht als Gewichte öffnet. Nehmen Sie eine .safetensors-Datei, oder speichern Sie nur die Gewichte (state_dict).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} is a folder. Add a file name, such as picture.png.</source>
            <translation>{file} ist ein Ordner. Hängen Sie einen Dateinamen an, zum Beispiel bild.png.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/outputs.py" />
            <source>{file} is a folder. Add a file name, such as results.csv.</source>
            <translation>{file} ist ein Ordner. Ergänzen Sie einen Dateinamen, zum Beispiel results.csv.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/inside.py" />
            <source>{file} is a link to another place, so it was not opened. Replace it with what it points to, then try again.</source>
            <translation>{file} ist eine Verknüpfung mit einem anderen Ort und wurde darum nicht geöffnet. Ersetzen Sie sie durch das, worauf sie zeigt, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>{file} is a single photo. Open a folder that contains one folder of photos for each class.</source>
            <translation>{file} ist ein einzelnes Foto. Öffnen Sie einen Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>{file} is a spreadsheet. Save it as CSV, then open the CSV file.</source>
            <translation>{file} ist eine Tabelle, aber keine CSV-Datei. Speichern Sie sie als CSV, und öffnen Sie die CSV-Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>{file} is an archive. Unpack it, then open the unpacked folder.</source>
            <translation>{file} ist ein Archiv. Entpacken Sie es, und öffnen Sie den entpackten Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is damaged or incomplete. Download or copy it again.</source>
            <translation>{file} ist beschädigt oder unvollständig. Laden oder kopieren Sie die Datei noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is damaged or not the original: its checksum starts with {digest}, but {where} says {expected}. Download the file again, or remove that entry if it is not meant as a checksum.</source>
            <translation>{file} ist beschädigt oder nicht das Original: Ihre Prüfsumme beginnt mit {digest}, aber {where} sagt {expected}. Laden Sie die Datei noch einmal, oder entfernen Sie diesen Eintrag, wenn er nicht als Prüfsumme gemeint ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/checkpoint.py" />
            <source>{file} is damaged. Delete it to start training from the beginning.</source>
            <translation>{file} ist beschädigt. Löschen Sie die Datei, um das Training von vorn zu beginnen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/tuning/compute_plan.py" />
            <source>{file} is damaged. Delete it, and the app will measure again.</source>
            <translation>{file} ist beschädigt. Löschen Sie die Datei, dann misst das Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/tensors.py" />
            <source>{file} is damaged: its tensor {tensor} contains values that are not numbers (NaN or infinity). Download or copy the file again, or choose another.</source>
            <translation>{file} ist beschädigt: Der Tensor {tensor} enthält Werte, die keine Zahlen sind (NaN oder unendlich). Laden oder kopieren Sie die Datei noch einmal, oder wählen Sie eine andere.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{file} is left out: {reason}</source>
            <translation>{file} wird ausgelassen: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>{file} is left over from an earlier training run and could not be deleted: {reason}. Choose another folder.</source>
            <translation>{file} stammt von einem früheren Training und konnte nicht gelöscht werden: {reason}. Wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <location filename="../../cnn_desktop/learning/models/tensor_files.py" />
            <location filename="../../cnn_desktop/learning/training/best_model.py" />
            <source>{file} is missing or damaged. Train again.</source>
            <translation>{file} fehlt oder ist beschädigt. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/scan_files.py" />
            <source>{file} is missing, so it is not known which photos belong to this training run. Train again.</source>
            <translation>{file} fehlt, darum ist nicht bekannt, welche Fotos zu diesem Training gehören. Trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/files.py" />
            <source>{file} is neither a folder of photos nor a table of photos (CSV). Open a folder that contains one folder of photos for each class.</source>
            <translation>{file} ist weder ein Fotoordner noch eine Fototabelle (CSV). Öffnen Sie einen Ordner, der je Klasse einen Fotoordner enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} is not a plain text table. Save it as “CSV UTF-8”.</source>
            <translation>{file} ist keine Tabelle in reinem Text. Speichern Sie die Datei als „CSV UTF-8“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/data.py" />
            <source>{file} is not a table (CSV), so it has no columns. Leave out --columns.</source>
            <translation>{file} ist keine Tabelle (CSV) und hat darum keine Spalten. Lassen Sie --columns weg.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} is not a valid CSV file (line {line}: {reason}). Correct that line.</source>
            <translation>{file} ist keine gültige CSV-Datei (Zeile {line}: {reason}). Berichtigen Sie diese Zeile.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is not a weights file this app can read. Choose a .safetensors, .pth or .pt file.</source>
            <translation>{file} ist keine Gewichtsdatei, die dieses Programm lesen kann. Wählen Sie eine .safetensors-, .pth- oder .pt-Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/inside.py" />
            <source>{file} is not an ordinary file, so it was not opened. Move or delete it, then try again.</source>
            <translation>{file} ist keine gewöhnliche Datei und wurde darum nicht geöffnet. Löschen Sie sie, und versuchen Sie es noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} is not saved as UTF-8, so its special characters were guessed, as in “{word}”. If that is wrong, save it as “CSV UTF-8”.</source>
            <translation>{file} ist nicht als UTF-8 gespeichert. Die Sonderzeichen wurden deshalb erraten, wie in „{word}“. Falls das falsch ist, speichern Sie die Datei als „CSV UTF-8“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{file} is not saved as UTF-8. Save it as plain text in UTF-8.</source>
            <translation>{file} ist nicht in UTF-8 gespeichert. Speichern Sie die Datei als reinen Text in UTF-8.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} is not saved as UTF-8. Save it as “CSV UTF-8”.</source>
            <translation>{file} ist nicht in UTF-8 gespeichert. Speichern Sie die Datei als „CSV UTF-8“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table_text.py" />
            <source>{file} is too large for a table of photos: it is {size} MB, and this app reads up to {most} MB. Remove rows or columns that are not needed.</source>
            <translation>{file} ist zu groß für eine Tabelle von Fotos: Die Datei hat {size} MB, und dieses Programm liest bis zu {most} MB. Entfernen Sie Zeilen oder Spalten, die nicht gebraucht werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{file} is too large to be weights for {model}: it is {size} MB, and they take up {most} MB at most. Choose another file.</source>
            <translation>{file} ist zu groß für Gewichte von {model}: {size} MB statt höchstens {most} MB. Wählen Sie eine andere Datei.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} lists photos more than once ({n:line|lines} {lines}). Each photo is used only once.</source>
            <translation>{file} führt Fotos mehrmals auf ({n:Zeile|Zeilen} {lines}). Jedes Foto wird nur einmal verwendet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/wiring.py" />
            <source>{file} opens the project folder it is in, but it is not in one. Open the project’s folder instead.</source>
            <translation>{file} öffnet das Projekt, in dem es liegt, aber darum herum ist kein Projekt. Öffnen Sie stattdessen den Ordner des Projekts.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} puts a photo into two groups, “{group}” and “{other}” (line {line}). Keep only one of them.</source>
            <translation>{file} ordnet ein Foto zwei Gruppen zu, „{group}“ und „{other}“ (Zeile {line}). Behalten Sie nur eine davon.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{file} puts a photo into two splits, {split} and {other} (line {line}). Keep only one of them, so that no photo is used for both training and testing.</source>
            <translation>{file} teilt ein Foto zweimal ein, als {split} und als {other} (Zeile {line}). Behalten Sie nur eines davon, damit kein Foto zum Training und zum Test dient.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{file} · photo {place} of {total}</source>
            <translation>{file} · Foto {place} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{file}, labelled</source>
            <translation>{file}, zugeordnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{file}, labelled {label}</source>
            <translation>{file}, zugeordnet: {label}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>{file}, labelled “{label}”, probably “{suggested}” ({p:.0%})</source>
            <translation>{file}, Label „{label}“, wahrscheinlich „{suggested}“ ({p:.0%})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{file}, probably {label}, {p:.0%}</source>
            <translation>{file}, wahrscheinlich {label}, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{file}, skipped</source>
            <translation>{file}, übersprungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/predict.py" />
            <source>{file}: unknown (closest: {name}, {p:.1%})</source>
            <translation>{file}: unbekannt (am ehesten: {name}, {p:.1%})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{file}: {label}, classified as {said}</source>
            <translation>{file}: {label}, erkannt als {said}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{file}: {label}, recognised, {p:.0%}</source>
            <translation>{file}: {label}, erkannt, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/predict.py" />
            <source>{file}: {name}, {p:.1%}</source>
            <translation>{file}: {name}, {p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/filter_view.py" />
            <source>{finding} ({n})</source>
            <translation>{finding} ({n})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>{first}–{last} of {total}</source>
            <translation>{first}–{last} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>{folder} already contains other files. Choose a new or empty folder for the demo.</source>
            <translation>{folder} enthält schon andere Dateien. Wählen Sie für die Demo einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} already contains other files. Choose a new or empty folder for this training run.</source>
            <translation>{folder} enthält schon andere Dateien. Wählen Sie für dieses Training einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{folder} and {n} more {n:folder|folders}</source>
            <translation>{folder} und {n} {n:weiterer Ordner|weitere Ordner}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} belongs to the training run in {run}. Train into that one, or choose another folder.</source>
            <translation>{folder} gehört zum Training in {run}. Trainieren Sie dorthin, oder wählen Sie einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} cannot be created because {file} is a file. Choose another folder for this training run.</source>
            <translation>{folder} lässt sich nicht anlegen, weil {file} eine Datei ist. Wählen Sie für dieses Training einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} cannot be used: {reason}. Choose another folder for this training run.</source>
            <translation>{folder} lässt sich nicht verwenden: {reason}. Wählen Sie für dieses Training einen anderen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/writable.py" />
            <source>{folder} cannot be written to, so imported weights and logs will not be saved. Check its permissions and the free space on the disk.</source>
            <translation>In {folder} lässt sich nicht schreiben, daher werden keine importierten Gewichte und keine Protokolle aufbewahrt. Prüfen Sie die Zugriffsrechte und den freien Speicherplatz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/writable.py" />
            <source>{folder} cannot be written to, so no new projects can be made. Check its permissions and the free space on the disk.</source>
            <translation>In {folder} lässt sich nicht schreiben, daher lassen sich keine neuen Projekte anlegen. Prüfen Sie die Zugriffsrechte und den freien Speicherplatz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/writable.py" />
            <source>{folder} cannot be written to, so photos cannot be read and your work will not be saved. Check its permissions and the free space on the disk.</source>
            <translation>In {folder} lässt sich nicht schreiben, daher lassen sich keine Fotos lesen, und nichts von dem, was Sie tun, wird aufbewahrt. Prüfen Sie die Zugriffsrechte und den freien Speicherplatz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/writable.py" />
            <source>{folder} cannot be written to, so your settings and recent projects are not kept. Check its permissions and the free space on the disk.</source>
            <translation>In {folder} lässt sich nicht schreiben, daher werden Ihre Einstellungen und letzten Projekte nicht aufbewahrt. Prüfen Sie die Zugriffsrechte und den freien Speicherplatz.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/fit.py" />
            <source>{folder} contains no plan to follow. Choose the folder of a training run made with this version of the app.</source>
            <translation>{folder} enthält keinen Plan, dem zu folgen wäre. Wählen Sie den Ordner eines Trainings mit dieser Version des Programms.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>{folder} contains no trained model. Choose the folder of a finished training run.</source>
            <translation>{folder} enthält kein trainiertes Modell. Wählen Sie den Ordner eines fertigen Trainings.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample/draw.py" />
            <source>{folder} contains other files. Choose a new folder for the sample.</source>
            <translation>{folder} enthält andere Dateien. Wählen Sie einen neuen Ordner für das Beispiel.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>{folder} contains too few photos for training. Add more photos to each class.</source>
            <translation>{folder} enthält zu wenige Fotos zum Trainieren. Fügen Sie jeder Klasse Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_photos.py" />
            <source>{folder} contains too few photos to set some aside for validation. Add at least two photos to a class.</source>
            <translation>{folder} enthält zu wenige Fotos, um einige für die Validierung beiseitezulegen. Fügen Sie einer Klasse mindestens zwei Fotos hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/photos.py" />
            <source>{folder} does not contain this project's photos: {photo}, for example, is missing. Choose the folder that contains them.</source>
            <translation>{folder} enthält nicht die Fotos dieses Projekts: {photo} zum Beispiel fehlt. Wählen Sie den Ordner, der sie enthält.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/export_answers.py" />
            <source>{folder} holds your own photos, and the copies would be mixed with them. Choose another folder for the copies.</source>
            <translation>{folder} enthält Ihre eigenen Fotos, und die Kopien würden sich mit ihnen mischen. Wählen Sie einen anderen Ordner für die Kopien.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/database.py" />
            <source>{folder} is already a project. Open it, or choose another name.</source>
            <translation>{folder} ist schon ein Projekt. Öffnen Sie es, oder wählen Sie einen anderen Namen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>{folder} is in the way. Rename or delete it, then try again.</source>
            <translation>{folder} ist im Weg. Benennen Sie es um, oder löschen Sie es, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} is not a folder. Choose a folder for this training run.</source>
            <translation>{folder} ist kein Ordner. Wählen Sie für dieses Training einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/export_labels.py" />
            <source>{folder} is not empty, and nothing there is overwritten. Choose a new or empty folder.</source>
            <translation>{folder} ist nicht leer, und dort wird nichts überschrieben. Wählen Sie einen neuen oder leeren Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>{folder} is not there. Check the labels again.</source>
            <translation>{folder} ist nicht da. Prüfen Sie die Labels noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/class_folders.py" />
            <source>{folder} lies in the folder of the photos, where the copies would be read as further photos. Choose a folder outside {root}.</source>
            <translation>{folder} liegt im Ordner der Fotos, wo die Kopien als weitere Fotos gelesen würden. Wählen Sie einen Ordner außerhalb von {root}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/run_folder.py" />
            <source>{folder} was moved, deleted or replaced during training, so training has stopped. Put the folder back and resume, or train again.</source>
            <translation>{folder} wurde während des Trainings verschoben, gelöscht oder ersetzt, darum ist das Training gestoppt. Legen Sie den Ordner zurück und setzen Sie es fort, oder trainieren Sie noch einmal.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{group}</source>
            <translation>{group}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>{host} has a problem at the moment (error {code})</source>
            <translation>{host} hat gerade ein Problem (Fehler {code})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>{host} no longer has them</source>
            <translation>{host} hat sie nicht mehr</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/download.py" />
            <source>{host} refused the download (error {code})</source>
            <translation>{host} hat das Herunterladen abgelehnt (Fehler {code})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{h} h {min} min</source>
            <translation>{h} h {min} min</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{interval} {suspicious} {judged}.</source>
            <translation>{interval} {suspicious} {judged}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>{kind}, {size}</source>
            <translation>{kind}, {size}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{labelled} labelled, {left} to go</source>
            <translation>{labelled} zugeordnet, noch {left}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>{label} ({file}), {p:.0%} alike</source>
            <translation>{label} ({file}), zu {p:.0%} ähnlich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_strip.py" />
            <source>{layer}. In the network: {name}</source>
            <translation>{layer}. Im Netz: {name}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>{map}: from {low} to {high}</source>
            <translation>{map}: von {low} bis {high}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{mb:.0f} MB</source>
            <translation>{mb:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/typed.py" />
            <source>{message}. Type “{program} --help” for help.</source>
            <translation>{message}. Tippen Sie „{program} --help“, um Hilfe zu bekommen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{min} min</source>
            <translation>{min} min</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{model} cannot be trained with a batch size of 1, because it compares the photos of a batch. Choose 2 or more.</source>
            <translation>{model} lässt sich nicht mit Batchgröße 1 trainieren, weil es die Fotos eines Batches vergleicht. Wählen Sie 2 oder mehr.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>{model} cannot classify photos. Choose another model.</source>
            <translation>{model} kann keine Fotos klassifizieren. Wählen Sie ein anderes Modell.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/network.py" />
            <source>{model} does not work with an image size of {size}. Try 224.</source>
            <translation>{model} funktioniert nicht mit Bildgröße {size}. Versuchen Sie 224.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights.py" />
            <source>{model} has no pretrained weights. It is always trained from scratch.</source>
            <translation>{model} hat keine vortrainierten Gewichte. Es wird immer von null trainiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/heat.py" />
            <source>{model} keeps no maps of the photo, so this kind of heat map cannot be made.</source>
            <translation>{model} behält keine Karten des Fotos, daher ist dieser Weg nicht möglich.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{model} tells apart: {names}</source>
            <translation>{model} unterscheidet: {names}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{model} – CNN Desktop</source>
            <translation>{model} – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list.py" />
            <source>{model}, in the folder “{name}”</source>
            <translation>{model}, im Ordner „{name}“</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <source>{model}, {recipe}</source>
            <translation>{model}, {recipe}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}</source>
            <translation>{model}, {start}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}, on {device}</source>
            <translation>{model}, {start}, auf {device}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{model}, {start}, on {device} ({reason})</source>
            <translation>{model}, {start}, auf {device} ({reason})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/memory.py" />
            <source>{n:.0f} MB</source>
            <translation>{n:.0f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>{n:.0f} kB</source>
            <translation>{n:.0f} kB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n:.0f} ms</source>
            <translation>{n:.0f} ms</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/memory.py" />
            <source>{n:.1f} GB</source>
            <translation>{n:.1f} GB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n:.1f} M</source>
            <translation>{n:.1f} M</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>{n:.1f} MB</source>
            <translation>{n:.1f} MB</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n:.1f} ms</source>
            <translation>{n:.1f} ms</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n:About {n} label is|About {n} labels are} probably wrong</source>
            <translation>{n:Etwa {n} Label ist|Etwa {n} Labels sind} wahrscheinlich falsch</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>{n:The only file|None of the {n} files} in {folder} can{n:not|} be used. {file}: {reason}</source>
            <translation>{n:Die einzige Datei|Keine der {n} Dateien} in {folder} ist {n:unbrauchbar|brauchbar}. {file}: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>{n:The only test photo|None of the {n} test photos} could {n:not be|be} read. Check that the folder is still there: {folder}</source>
            <translation>{n:Das einzige Testfoto|Keines der {n} Testfotos} konnte {n:nicht gelesen|gelesen} werden. Prüfen Sie, ob der Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>{n:The only training photo|None of the {n} training photos} could {n:not be|be} read. Check that the folder is still there: {folder}</source>
            <translation>{n:Das einzige Trainingsfoto|Keines der {n} Trainingsfotos} konnte {n:nicht gelesen|gelesen} werden. Prüfen Sie, ob der Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/training/chapters.py" />
            <source>{n:The only validation photo|None of the {n} validation photos} could {n:not be|be} read. Check that the folder is still there: {folder}</source>
            <translation>{n:Das einzige Validierungsfoto|Keines der {n} Validierungsfotos} konnte {n:nicht gelesen|gelesen} werden. Prüfen Sie, ob der Ordner noch da ist: {folder}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{names} ({n} {n:class|classes})</source>
            <translation>{names} ({n} {n:Klasse|Klassen})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{names} and {n} more</source>
            <translation>{names} und {n} weitere</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/graphics.py" />
            <source>{name}</source>
            <translation>{name}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <source>{name} ({split})</source>
            <translation>{name} ({split})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_page.py" />
            <source>{name} answers</source>
            <translation>{name} Antworten</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{name} has given an opinion on all {n} {n:photo|photos}.</source>
            <translation>{name} hat zu {n:dem einen Foto|allen {n} Fotos} eine Meinung abgegeben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>{name} {p:.1%}</source>
            <translation>{name} {p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, not labelled yet</source>
            <translation>{name}, noch ohne Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, not labelled yet, excluded</source>
            <translation>{name}, noch ohne Klasse, ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, {label}, excluded</source>
            <translation>{name}, {label}, ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, {label}, hidden test photo</source>
            <translation>{name}, {label}, verborgenes Testfoto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, {label}, {split}</source>
            <translation>{name}, {label}, {split}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{name}, {label}, {split}, from folder {told}</source>
            <translation>{name}, {label}, {split}, aus dem Ordner {told}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>{name}, {n} {n:photo|photos}</source>
            <translation>{name}, {n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/details_view.py" />
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{name}, {p:.0%}</source>
            <translation>{name}, {p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{name}: {done} of {n}</source>
            <translation>{name}: {done} von {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{name}: {what}</source>
            <translation>{name}: {what}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/notes.py" />
            <source>{note} And {n} more {n:note|notes}.</source>
            <translation>{note} Und {n} {n:weiterer Hinweis|weitere Hinweise}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/tables.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/labels/fresh_plot.py" />
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/model/layer_table.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{n}</source>
            <translation>{n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n} M</source>
            <translation>{n} M</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/features/reader.py" />
            <source>{n} cached {n:file|files} in {folder} {n:was|were} damaged. The photos are read again.</source>
            <translation>{n} {n:Datei|Dateien} im Zwischenspeicher {folder} {n:war|waren} beschädigt. Die Fotos werden neu gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/pixels/source.py" />
            <source>{n} cached {n:photo|photos} in {folder} {n:was|were} damaged and {n:has|have} been read again.</source>
            <translation>{n} {n:Foto|Fotos} im Zwischenspeicher {folder} {n:war|waren} beschädigt und {n:wurde|wurden} neu gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} changed or gone since</source>
            <translation>{n} seitdem geändert oder weg</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} could not be read</source>
            <translation>{n} nicht lesbar</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_curve.py" />
            <source>{n} labelled: {p:.0%} right ({low:.0%} to {high:.0%})</source>
            <translation>{n} zugeordnet: {p:.0%} richtig ({low:.0%} bis {high:.0%})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} new {n:photo is|photos are} being classified.</source>
            <translation>{n} {n:neues Foto wird|neue Fotos werden} klassifiziert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/watch_folder.py" />
            <source>{n} new {n:photo|photos}</source>
            <translation>{n} {n:neues Foto|neue Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/mix_up_table.py" />
            <location filename="../../cnn_desktop/gui/kit/thumbnail_grid.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/view.py" />
            <source>{n} of {total}</source>
            <translation>{n} von {total}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} of {total} photos</source>
            <translation>{n} von {total} Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <source>{n} of {total} photos in use</source>
            <translation>{n} von {total} Fotos in Verwendung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/evaluate.py" />
            <source>{n} of {total} photos in {folder} {n:is|are} left out because this model does not know {n:its class|their classes}: {strange}. It knows: {classes}.</source>
            <translation>{n} von {total} Fotos in {folder} {n:wird|werden} ausgelassen, weil dieses Modell {n:seine Klasse|ihre Klassen} nicht kennt: {strange}. Es kennt: {classes}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/thumbnail_grid.py" />
            <source>{n} of {total} selected</source>
            <translation>{n} von {total} ausgewählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} of {total} test {total:photo|photos} {n:belongs|belong} to a group that is also used to train or check the model, such as {file}. Keep each group on one side: otherwise the test result looks better than it is.</source>
            <translation>{n} von {total} {total:Testfoto|Testfotos} {n:gehört|gehören} zu einer Gruppe, die auch zum Training oder zur Prüfung des Modells dient, zum Beispiel {file}. Halten Sie jede Gruppe auf einer Seite: Sonst sieht das Testergebnis besser aus, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} of {total} test {total:photo|photos} {n:is|are} also used to train or check the model, such as {file}. Remove the copies: with them, the test result looks better than it is.</source>
            <translation>{n} von {total} {total:Testfoto|Testfotos} {n:dient|dienen} auch zum Training oder zur Prüfung des Modells, zum Beispiel {file}. Entfernen Sie die Kopien: Mit ihnen sieht das Testergebnis besser aus, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} of {total} test {total:photo|photos} {n:looks|look} nearly the same as one that is used to train or check the model, such as {file}. Keep photos that belong together on one side: otherwise the test result looks better than it is.</source>
            <translation>{n} von {total} {total:Testfoto|Testfotos} {n:sieht|sehen} fast genauso aus wie eines, das auch zum Training oder zur Prüfung des Modells dient, zum Beispiel {file}. Halten Sie Fotos, die zusammengehören, auf einer Seite: Sonst sieht das Testergebnis besser aus, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} of {total} validation {total:photo|photos} {n:belongs|belong} to a group that is also used to train the model, such as {file}. Keep each group on one side: otherwise training looks better than it is.</source>
            <translation>{n} von {total} {total:Validierungsfoto|Validierungsfotos} {n:gehört|gehören} zu einer Gruppe, die auch zum Training des Modells dient, zum Beispiel {file}. Halten Sie jede Gruppe auf einer Seite: Sonst sieht das Training besser aus, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} of {total} validation {total:photo|photos} {n:is|are} also used to train the model, such as {file}. Remove the copies: with them, training looks better than it is.</source>
            <translation>{n} von {total} {total:Validierungsfoto|Validierungsfotos} {n:dient|dienen} auch zum Training des Modells, zum Beispiel {file}. Entfernen Sie die Kopien: Mit ihnen sieht das Training besser aus, als es ist.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} of {total} {total:photo|photos} classified</source>
            <translation>{n} von {total} {total:Foto|Fotos} klassifiziert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{n} of {total} {total:photo|photos} of “{true}” {n:was|were} classified as “{predicted}”</source>
            <translation>{n} von {total} {total:Foto|Fotos} von „{true}“ {n:wurde|wurden} als „{predicted}“ erkannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} other {n:file|files} left out</source>
            <translation>{n} {n:andere Datei|andere Dateien} ausgelassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>{n} other {n:map|maps}</source>
            <translation>{n} weitere {n:Karte|Karten}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_view.py" />
            <source>{n} other {n:number|numbers}</source>
            <translation>{n} weitere {n:Zahl|Zahlen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} photos and folders</source>
            <translation>{n} Fotos und Ordner</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} reviewed</source>
            <translation>{n} durchgesehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{n} suspicious</source>
            <translation>{n} verdächtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/brake.py" />
            <source>{n} test and validation {n:photo was|photos were} left as {n:it is|they are}: the model would mark its own work. Open “Second opinion” in the Labels step for {n:it|them}.</source>
            <translation>{n} {n:Test- oder Validierungsfoto blieb|Test- und Validierungsfotos blieben} unverändert: Sonst würde das Modell seine eigene Arbeit benoten. Öffnen Sie für {n:dieses Foto|diese Fotos} „Zweite Meinung“ unter „Labels“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/cleaned.py" />
            <source>{n} test {n:photo does|photos do} not count, because {n:its label has|their labels have} changed since.</source>
            <translation>{n} {n:Testfoto zählt|Testfotos zählen} nicht, weil sich {n:sein Label|ihre Labels} seitdem geändert {n:hat|haben}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/seal_view.py" />
            <source>{n} test {n:photo is|photos are} hidden.</source>
            <translation>{n} {n:Testfoto ist|Testfotos sind} verborgen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/project/brake.py" />
            <source>{n} test {n:photo keeps its label|photos keep their labels}: test photos measure the model. Their labels change only by a second opinion: open “Second opinion” in the Labels step.</source>
            <translation>{n} {n:Testfoto behält sein Label|Testfotos behalten ihre Labels}: An Testfotos wird das Modell gemessen. Ihre Labels ändern sich nur durch eine zweite Meinung: Öffnen Sie „Zweite Meinung“ unter „Labels“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} to review</source>
            <translation>{n} durchzusehen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} unknown</source>
            <translation>{n} unbekannt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{n} validation and test {n:photo is|photos are} suspicious, too. They measure the model, so they wait for a second opinion.</source>
            <translation>Auch {n} {n:Validierungs- oder Testfoto ist|Validierungs- und Testfotos sind} verdächtig. An solchen Fotos wird das Modell gemessen, darum warten sie auf eine zweite Meinung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} validation or test {n:photo|photos} for the second opinion</source>
            <translation>{n} {n:Validierungs- oder Testfoto|Validierungs- oder Testfotos} für die zweite Meinung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/formats.py" />
            <location filename="../../cnn_desktop/dataset/reading/tiff.py" />
            <source>{n} {n:bit|bits}</source>
            <translation>{n} Bit</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>{n} {n:byte|bytes}</source>
            <translation>{n} Byte</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:class has|classes have} no test photos because there are too few groups: {names}.</source>
            <translation>{n} {n:Klasse hat|Klassen haben} keine Testfotos, weil es zu wenige Gruppen gibt: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:class has|classes have} no test photos because there are too few photos: {names}.</source>
            <translation>{n} {n:Klasse hat|Klassen haben} keine Testfotos, weil es zu wenige Fotos gibt: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:class has|classes have} no validation photos because there are too few groups: {names}.</source>
            <translation>{n} {n:Klasse hat|Klassen haben} keine Validierungsfotos, weil es zu wenige Gruppen gibt: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:class has|classes have} no validation photos because there are too few photos: {names}.</source>
            <translation>{n} {n:Klasse hat|Klassen haben} keine Validierungsfotos, weil es zu wenige Fotos gibt: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/label_history.py" />
            <source>{n} {n:decision|decisions} saved as {file}.</source>
            <translation>{n} {n:Entscheidung|Entscheidungen} als {file} gespeichert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/recipes.py" />
            <source>{n} {n:epoch|epochs}</source>
            <translation>{n} {n:Epoche|Epochen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:group|groups}</source>
            <translation>{n} {n:Gruppe|Gruppen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:group|groups}. {alone} {alone:photo fits|photos fit} none and {alone:counts on its|count on their} own.</source>
            <translation>{n} {n:Gruppe|Gruppen}. {alone} {alone:Foto passt|Fotos passen} in keine und {alone:zählt|zählen} für sich.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} {n:is a test photo, whose label stays|are test photos, whose labels stay} hidden until you show the test photos in Dataset.</source>
            <translation>{n} {n:ist ein Testfoto, dessen Label|sind Testfotos, deren Labels} verborgen {n:bleibt|bleiben}, bis Sie unter „Datensatz“ die Testfotos zeigen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>{n} {n:kernel|kernels}</source>
            <translation>{n} {n:Kern|Kerne}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:label was|labels were} changed.</source>
            <translation>{n} {n:Label wurde|Labels wurden} geändert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{n} {n:layer|layers} and {p} {p:parameter|parameters} with your classes</source>
            <translation>{n} {n:Schicht|Schichten} und {p} Parameter mit Ihren Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <source>{n} {n:map|maps}</source>
            <translation>{n} {n:Karte|Karten}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:map|maps}, each made from one map before it with a kernel of {kernel} numbers.</source>
            <translation>{n} {n:Karte, gemacht|Karten, jede} aus einer Karte davor mit einem Kern aus {kernel} Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:map|maps}, each made from {sources} {sources:map|maps} before it with {kernel} numbers for each.</source>
            <translation>{n} {n:Karte, gemacht|Karten, jede} aus {sources} {sources:Karte|Karten} davor mit je {kernel} Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:map|maps}, made smaller by windows of {kernel} numbers.</source>
            <translation>{n} {n:Karte|Karten}, verkleinert mit Fenstern aus {kernel} Zahlen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:map|maps}, {width}×{height}</source>
            <translation>{n} {n:Karte|Karten}, {width}×{height}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{n} {n:mistake|mistakes}, most confident first</source>
            <translation>{n} Fehler, die sichersten zuerst</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <location filename="../../cnn_desktop/gui/viewer/number_views.py" />
            <source>{n} {n:number|numbers}</source>
            <translation>{n} {n:Zahl|Zahlen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:number|numbers}, each the sum of all {inputs} numbers before it times its own weights.</source>
            <translation>{n} {n:Zahl|Zahlen}, jede die Summe aller {inputs} Zahlen davor mal eigene Gewichte.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:pair|pairs} of photos that belong together {n:is|are} in different parts, so the test would look better than it is. Exclude one of each pair.</source>
            <translation>{n} {n:Paar|Paare} zusammengehöriger Fotos {n:ist|sind} in verschiedenen Teilen, darum sähe der Test besser aus, als er ist. Schließen Sie aus jedem Paar eines aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:pair|pairs} of photos that belong together {n:is|are} in different parts, so the test would look better than it is. The folders or the table say so: stop keeping their split, or exclude one of each pair.</source>
            <translation>{n} {n:Paar|Paare} zusammengehöriger Fotos {n:ist|sind} in verschiedenen Teilen, darum sähe der Test besser aus, als er ist. Die Ordner oder die Tabelle sagen es so: Behalten Sie deren Aufteilung nicht bei, oder schließen Sie aus jedem Paar eines aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{n} {n:pair|pairs} of photos that belong together {n:is|are} on two sides of the split, such as {one} and {other}. Results look better than they are.</source>
            <translation>{n} {n:Paar|Paare} zusammengehöriger Fotos {n:ist|sind} auf zwei Seiten der Aufteilung, zum Beispiel {one} und {other}. Ergebnisse sehen besser aus, als sie sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{n} {n:pair|pairs} of photos that belong together {n:is|are} on two sides of the split.</source>
            <translation>{n} {n:Paar|Paare} zusammengehöriger Fotos {n:ist|sind} auf zwei Seiten der Aufteilung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/layer_words.py" />
            <source>{n} {n:parameter|parameters}.</source>
            <translation>{n} Parameter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/headers.py" />
            <source>{n} {n:photo has|photos have} more than 120 megapixels and {n:is|are} read at a smaller size: {names}.</source>
            <translation>{n} {n:Foto hat|Fotos haben} mehr als 120 Megapixel und {n:wird|werden} kleiner gelesen: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo has|photos have} more than {pixels} megapixels, such as {file}. The model sees far fewer, so smaller copies would do, and be read more quickly.</source>
            <translation>{n} {n:Foto hat|Fotos haben} mehr als {pixels} Megapixel, zum Beispiel {file}. Das Modell sieht viel weniger, darum genügen kleinere Kopien und werden schneller gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{n} {n:photo has|photos have} no label</source>
            <translation>{n} {n:Foto hat|Fotos haben} keine Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} {n:photo has|photos have} others that look nearly the same, such as {one} and {other}. Keep one{n:| of each}, or keep them on one side of the split.</source>
            <translation>Zu {n} {n:Foto|Fotos} gibt es andere, die fast gleich aussehen, zum Beispiel {one} und {other}. Behalten Sie {n:|jeweils }nur eines, oder halten Sie sie auf einer Seite der Aufteilung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo is|photos are} black and white among photos in colour, such as {file}. The model may learn to go by that instead of what {n:it shows|they show}: exclude {n:it|them}, or add some to every class.</source>
            <translation>{n} {n:Foto ist|Fotos sind} schwarz-weiß unter farbigen, zum Beispiel {file}. Das Modell achtet dann vielleicht darauf statt auf das, was {n:es zeigt|sie zeigen}: Schließen Sie {n:es|sie} aus, oder fügen Sie jeder Klasse welche hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/check.py" />
            <source>{n} {n:photo is|photos are} damaged or incomplete, so {n:it|they} cannot be used. {reasons}</source>
            <translation>{n} {n:Foto ist|Fotos sind} beschädigt oder unvollständig und {n:lässt|lassen} sich darum nicht verwenden. {reasons}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} {n:photo is|photos are} here more than once, such as {one} and {other}. Keep only one copy{n:| of each}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} mehrfach da, zum Beispiel {one} und {other}. Behalten Sie {n:|jeweils }nur eine Kopie.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} {n:photo is|photos are} in two classes, such as {one} and {other}. Keep {n:it|each one} only in the right class.</source>
            <translation>{n} {n:Foto ist|Fotos sind} in zwei Klassen, zum Beispiel {one} und {other}. Behalten Sie {n:es|jedes} nur in der richtigen Klasse.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo is|photos are} much wider or higher than the others, such as {file}. The model sees squares, so {n:it is|they are} squeezed out of shape: crop or exclude {n:it|them}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} viel breiter oder höher als die anderen, zum Beispiel {file}. Das Modell sieht Quadrate, darum {n:wird es|werden sie} verzerrt: Schneiden Sie {n:es|sie} zu, oder schließen Sie {n:es|sie} aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} {n:photo is|photos are} not classified yet.</source>
            <translation>{n} {n:Foto ist|Fotos sind} noch nicht klassifiziert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:photo is|photos are} not counted, as one of them was unsure.</source>
            <translation>{n} {n:Foto zählt|Fotos zählen} nicht, weil eine der beiden Personen unsicher war.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{n} {n:photo is|photos are} not suggested, because {n:it belongs|they belong} together with test or validation photos. Label {n:it|them} by hand in the Dataset step.</source>
            <translation>Für {n} {n:Foto|Fotos} gibt es keinen Vorschlag, weil {n:es|sie} mit Test- oder Validierungsfotos {n:zusammengehört|zusammengehören}. Ordnen Sie {n:es|sie} unter „Datensatz“ von Hand zu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo is|photos are} overexposed, such as {file}. What you can hardly see, the model cannot learn: replace or exclude {n:it|them}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} überbelichtet, zum Beispiel {file}. Was Sie kaum sehen, kann das Modell nicht lernen: Ersetzen Sie {n:es|sie}, oder schließen Sie {n:es|sie} aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{n} {n:photo is|photos are} ready to test the model.</source>
            <translation>{n} {n:Foto steht|Fotos stehen} für den Test bereit.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo is|photos are} smaller than {pixels} pixels, such as {file}. Enlarged for the model, {n:it shows|they show} hardly anything: replace or exclude {n:it|them}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} kleiner als {pixels} Pixel, zum Beispiel {file}. Für das Modell vergrößert, {n:zeigt es|zeigen sie} kaum etwas: Ersetzen Sie {n:es|sie}, oder schließen Sie {n:es|sie} aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} {n:photo is|photos are} suspicious.</source>
            <translation>{n} {n:Foto ist|Fotos sind} verdächtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} {n:photo is|photos are} suspicious: {where}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} verdächtig: {where}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo is|photos are} very dark, such as {file}. What you can hardly see, the model cannot learn: brighten, replace or exclude {n:it|them}.</source>
            <translation>{n} {n:Foto ist|Fotos sind} sehr dunkel, zum Beispiel {file}. Was Sie kaum sehen, kann das Modell nicht lernen: Hellen Sie {n:es|sie} auf, ersetzen Sie {n:es|sie}, oder schließen Sie {n:es|sie} aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:photo keeps its label|photos keep their labels}, as opinions differ or somebody was unsure.</source>
            <translation>{n} {n:Foto behält sein Label|Fotos behalten ihre Labels}, weil Meinungen auseinandergehen oder jemand unsicher war.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:photo keeps its label|photos keep their labels}, as opinions differ or somebody was unsure. They are listed once no photo waits for you.</source>
            <translation>{n} {n:Foto behält sein Label|Fotos behalten ihre Labels}, weil Meinungen auseinandergehen oder jemand unsicher war. {n:Es wird|Sie werden} aufgelistet, sobald kein Foto mehr auf Sie wartet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo looks|photos look} blurred, such as {file}. Exclude {n:it|them} if you cannot tell the class; keep {n:it|them} if the photos to be classified are like that, too.</source>
            <translation>{n} {n:Foto sieht|Fotos sehen} unscharf aus, zum Beispiel {file}. Schließen Sie {n:es|sie} aus, wenn Sie die Klasse nicht erkennen; behalten Sie {n:es|sie}, wenn die Fotos, die erkannt werden sollen, auch so sind.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/depth.py" />
            <source>{n} {n:photo looks|photos look} nearly black next to the others: the highest value is {most}, but white is {white}. Save {n:it|them} with the full range of brightness: {names}.</source>
            <translation>{n} {n:Foto sieht|Fotos sehen} neben den anderen fast schwarz aus: Der höchste Wert ist {most}, Weiß ist aber {white}. Speichern Sie {n:es|sie} mit dem vollen Helligkeitsbereich: {names}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/copy_findings.py" />
            <source>{n} {n:photo looks|photos look} nearly the same in two classes, such as {one} and {other}. Look at them: if they show the same thing, one of the labels is wrong.</source>
            <translation>{n} {n:Foto sieht|Fotos sehen} in zwei Klassen fast gleich aus, zum Beispiel {one} und {other}. Sehen Sie sie an: Wenn sie dasselbe zeigen, ist eine der Klassen falsch.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/quality.py" />
            <source>{n} {n:photo shows|photos show} little more than one colour, such as {file}. There is nothing to learn from {n:it|them}: replace or exclude {n:it|them}.</source>
            <translation>{n} {n:Foto zeigt|Fotos zeigen} kaum mehr als eine Farbe, zum Beispiel {file}. Daraus ist nichts zu lernen: Ersetzen Sie {n:es|sie}, oder schließen Sie {n:es|sie} aus.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:photo that one person alone has seen keeps its label|photos that one person alone has seen keep their labels}: now that several people take part, a label changes only where two say the same.</source>
            <translation>{n} {n:Foto, das nur eine Person gesehen hat, behält sein Label|Fotos, die nur eine Person gesehen hat, behalten ihre Labels}: Seit mehrere Personen mitmachen, ändert sich ein Label nur, wo zwei dasselbe sagen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/depth.py" />
            <source>{n} {n:photo uses|photos use} only {bits} bits of {n:a file|files} made for more. {n:It is|They are} read with black at 0 and white at {white}.</source>
            <translation>{n} {n:Foto nutzt|Fotos nutzen} nur {bits} Bit {n:einer Datei|von Dateien}, die für mehr gemacht {n:ist|sind}. {n:Es wird|Sie werden} mit Schwarz bei 0 und Weiß bei {white} gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{n} {n:photo waits|photos wait} for {name}.</source>
            <translation>{n} {n:Foto wartet|Fotos warten} auf {name}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>{n} {n:photo was|photos were} copied to {folder}.</source>
            <translation>{n} {n:Foto wurde|Fotos wurden} nach {folder} kopiert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>{n} {n:photo was|photos were} relabelled or excluded</source>
            <translation>{n} {n:Foto wurde|Fotos wurden} neu zugeordnet oder ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>{n} {n:photo was|photos were} relabelled or excluded since the last training</source>
            <translation>{n} {n:Foto wurde|Fotos wurden} seit dem letzten Training neu zugeordnet oder ausgeschlossen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_view.py" />
            <location filename="../../cnn_desktop/gui/kit/thumbnail_grid.py" />
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} {n:photo|photos}</source>
            <translation>{n} {n:Foto|Fotos}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/check.py" />
            <source>{n} {n:photo|photos} cannot be read, so {n:it|they} cannot be used. {reasons}</source>
            <translation>{n} {n:Foto lässt|Fotos lassen} sich nicht lesen und darum nicht verwenden. {reasons}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{n} {n:photo|photos} classified</source>
            <translation>{n} {n:Foto|Fotos} klassifiziert</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>{n} {n:photo|photos} classified.</source>
            <translation>{n} {n:Foto|Fotos} klassifiziert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>{n} {n:photo|photos} could not be read, so {n:its label was|their labels were} not judged.</source>
            <translation>{n} {n:Foto konnte|Fotos konnten} nicht gelesen werden, darum {n:wurde sein Label|wurden ihre Labels} nicht beurteilt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/suggest.py" />
            <source>{n} {n:photo|photos} could not be read.</source>
            <translation>{n} {n:Foto konnte|Fotos konnten} nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>{n} {n:photo|photos} judged in {time}</source>
            <translation>{n} {n:Foto|Fotos} in {time} beurteilt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{n} {n:photo|photos} open</source>
            <translation>{n} {n:Foto|Fotos} geöffnet</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>{n} {n:photo|photos} to classify</source>
            <translation>{n} {n:Foto|Fotos} zu klassifizieren</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/depth.py" />
            <source>{n} {n:photo|photos} with decimal numbers {n:is|are} read with black at {black} and white at {white}.</source>
            <translation>{n} {n:Foto|Fotos} mit Dezimalzahlen {n:wird|werden} mit Schwarz bei {black} und Weiß bei {white} gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/depth.py" />
            <source>{n} {n:photo|photos} with more than 8 bits {n:is|are} read with black at {black} and white at {white}.</source>
            <translation>{n} {n:Foto|Fotos} mit mehr als 8 Bit {n:wird|werden} mit Schwarz bei {black} und Weiß bei {white} gelesen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{n} {n:photo|photos}, not labelled</source>
            <translation>{n} {n:Foto|Fotos}, ohne Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{n} {n:setting needs|settings need} a different value.</source>
            <translation>{n} {n:Einstellung braucht|Einstellungen brauchen} einen anderen Wert.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/view.py" />
            <source>{n} {n:set|sets} of copies and near copies {n:is|are} kept together.</source>
            <translation>{n} {n:Satz|Sätze} von Kopien und Fast-Kopien {n:wird|werden} zusammengehalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>{n} {n:training run is|training runs are} not shown because {n:it is|they are} damaged or {n:leads|lead} to files outside this project. {n:It was|They were} not opened.</source>
            <translation>{n} {n:Training wird|Trainings werden} nicht gezeigt, weil {n:es beschädigt ist oder aus diesem Projekt hinausführt|sie beschädigt sind oder aus diesem Projekt hinausführen}. Nichts davon wurde geöffnet.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{one} and {other} agree on {agreed} of {n} {n:photo|photos}</source>
            <translation>{one} und {other} sind sich bei {agreed} von {n} {n:Foto|Fotos} einig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{one} and {other} agree on {agreed} of {n} {n:photo|photos}: κ = {kappa:.2f} ({low:.2f}–{high:.2f}), {strength}</source>
            <translation>{one} und {other} sind sich bei {agreed} von {n} {n:Foto|Fotos} einig: κ = {kappa:.2f} ({low:.2f}–{high:.2f}), {strength}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{one} and {other} agree on {agreed} of {n} {n:photo|photos}: κ = {kappa:.2f}, {strength}</source>
            <translation>{one} und {other} sind sich bei {agreed} von {n} {n:Foto|Fotos} einig: κ = {kappa:.2f}, {strength}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/blind_view.py" />
            <source>{one} and {other} have given no opinion on the same photos yet</source>
            <translation>{one} und {other} haben noch zu keinem Foto beide eine Meinung abgegeben</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/left_out.py" />
            <source>{one} {more}</source>
            <translation>{one} {more}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_wizard/shares.py" />
            <location filename="../../cnn_desktop/gui/evaluation/class_table.py" />
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>{p:.0%}</source>
            <translation>{p:.0%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_panel.py" />
            <source>{p:.0%} alike</source>
            <translation>zu {p:.0%} ähnlich</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>{p:.0%} costs {n:.2f}</source>
            <translation>{p:.0%} kostet {n:.2f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{p:.0%} right now ({low:.0%} to {high:.0%}), measured on {n} {n:photo|photos} that you labelled by hand, each by a model that has not seen it.</source>
            <translation>Jetzt {p:.0%} richtig ({low:.0%} bis {high:.0%}), gemessen an {n} {n:Foto, das|Fotos, die} Sie von Hand zugeordnet haben, jedes mit einem Modell, das es nicht kennt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/model_table.py" />
            <location filename="../../cnn_desktop/gui/training/run_list_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_view.py" />
            <location filename="../../cnn_desktop/gui/viewer/score_bars.py" />
            <source>{p:.1%}</source>
            <translation>{p:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{p:.1%} right</source>
            <translation>{p:.1%} richtig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/explain.py" />
            <source>{path} is a folder. Choose one photo in it.</source>
            <translation>{path} ist ein Ordner. Wählen Sie ein Foto darin.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_check.py" />
            <source>{photos} {photos:label|labels} checked: about {n:.0f} {about:is|are} probably wrong (between {low:.0f} and {high:.0f}).</source>
            <translation>{photos} {photos:Label|Labels} geprüft: Etwa {n:.0f} {about:ist|sind} wahrscheinlich falsch (zwischen {low:.0f} und {high:.0f}).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_check.py" />
            <source>{photos} {photos:label|labels} checked: nothing suspicious.</source>
            <translation>{photos} {photos:Label|Labels} geprüft: nichts Verdächtiges.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>{photos} {photos:photo|photos} checked: nothing to mend.</source>
            <translation>{photos} {photos:Foto|Fotos} geprüft: nichts zu beheben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/check_data.py" />
            <source>{photos} {photos:photo|photos} checked: {n} {n:thing|things} to look at.</source>
            <translation>{photos} {photos:Foto|Fotos} geprüft: {n} {n:Punkt|Punkte} zum Ansehen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{photos} {photos:photo|photos} in {classes} {classes:class|classes}</source>
            <translation>{photos} {photos:Foto|Fotos} in {classes} {classes:Klasse|Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{photos} {photos:photo|photos} in {classes} {classes:class|classes}, {n} not labelled yet</source>
            <translation>{photos} {photos:Foto|Fotos} in {classes} {classes:Klasse|Klassen}, {n} noch ohne Klasse</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/scan.py" />
            <source>{photos} {photos:photo|photos} in {classes} {classes:class|classes}, {skipped} left out.</source>
            <translation>{photos} {photos:Foto|Fotos} in {classes} {classes:Klasse|Klassen}, {skipped} ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/find_crops.py" />
            <source>{photos} {photos:photo|photos} in {groups} {groups:group|groups} show the same picture, or part of it.</source>
            <translation>{photos} {photos:Foto|Fotos} in {groups} {groups:Gruppe|Gruppen} {photos:zeigt|zeigen} dasselbe Bild oder einen Teil davon.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{photos} {photos:photo|photos} · {classes} {classes:class|classes}</source>
            <translation>{photos} {photos:Foto|Fotos} · {classes} {classes:Klasse|Klassen}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/view.py" />
            <source>{photo}, predicted {predicted}, {p:.2f}</source>
            <translation>{photo}, erkannt als {predicted}, {p:.2f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>{picked} of {n} {n:photo|photos} picked</source>
            <translation>{picked} von {n} {n:Foto|Fotos} ausgewählt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} could not be started: {reason}. If this happens again, reinstall the app.</source>
            <translation>{process} konnte nicht gestartet werden: {reason}. Wenn das wieder vorkommt, installieren Sie das Programm neu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} crashed ({name}). {remedy}</source>
            <translation>{process} ist abgestürzt ({name}). {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} ended because memory ran out. {remedy}</source>
            <translation>{process} wurde beendet, weil der Arbeitsspeicher nicht reichte. {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} ended unexpectedly (exit code {code}). {remedy}</source>
            <translation>{process} wurde unerwartet beendet (Exit-Code {code}). {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/session.py" />
            <source>{process} has not responded for a minute. Wait a little longer, or stop it. Everything saved so far is kept.</source>
            <translation>{process} antwortet seit einer Minute nicht. Warten Sie noch etwas, oder stoppen Sie die Aufgabe; alles bisher Gespeicherte bleibt erhalten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} sent an answer the app does not understand. {remedy}</source>
            <translation>{process} hat eine Antwort geschickt, die das Programm nicht versteht. {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/children/outcome.py" />
            <source>{process} was ended by the system, probably because memory ran out. {remedy}</source>
            <translation>{process} wurde vom System beendet, wahrscheinlich weil der Arbeitsspeicher nicht reichte. {remedy}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{project} (open in another window) – CNN Desktop</source>
            <translation>{project} (in einem anderen Fenster offen) – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{project} (read-only) – CNN Desktop</source>
            <translation>{project} (nur Ansicht) – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/start_page.py" />
            <source>{project} ({detail})</source>
            <translation>{project} ({detail})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/import_connection.py" />
            <source>{project} classes</source>
            <translation>{project} Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{project} confusion matrix</source>
            <translation>{project} Verwechslungsmatrix</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/curve_plots.py" />
            <source>{project} curves</source>
            <translation>{project} Kurven</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_page.py" />
            <source>{project} label decisions</source>
            <translation>{project} Label-Entscheidungen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/import_connection.py" />
            <source>{project} labels</source>
            <translation>{project} Labels</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_curve.py" />
            <source>{project} learning curve</source>
            <translation>{project} Lernkurve</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{project} test report</source>
            <translation>{project} Testbericht</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>{project} tested photos</source>
            <translation>{project} getestete Fotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/window.py" />
            <source>{project} – CNN Desktop</source>
            <translation>{project} – CNN Desktop</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>{rate:.0%} of the photos of your classes</source>
            <translation>{rate:.0%} der Fotos Ihrer Klassen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>{rate:.1f} photos/s</source>
            <translation>{rate:.1f} Fotos/s</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/strip_view.py" />
            <source>{rate:.1f} photos/s · {time} left</source>
            <translation>{rate:.1f} Fotos/s · noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <source>{rate} per second</source>
            <translation>{rate} pro Sekunde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{rate} {rate:photo|photos} per second</source>
            <translation>{rate} {rate:Foto|Fotos} pro Sekunde</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/explain.py" />
            <source>{reason} Choose --method occlusion instead.</source>
            <translation>{reason} Wählen Sie stattdessen --method occlusion.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{right} of the last {n} suggestions were right, and these were the hardest photos: you can stop here and train.</source>
            <translation>{right} der letzten {n} Vorschläge {right:war|waren} richtig, und das waren die schwierigsten Fotos: Sie können hier aufhören und trainieren.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{right} of the last {n} suggestions were right: keep going.</source>
            <translation>{right} der letzten {n} Vorschläge {right:war|waren} richtig: Machen Sie weiter.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{right} of {known} labelled {known:photo|photos} right ({trained} were used in training).</source>
            <translation>{right} von {known} {known:Foto|Fotos} mit Label richtig ({trained} davon {trained:wurde|wurden} zum Training benutzt).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/folder_view.py" />
            <source>{right} of {known} labelled {known:photo|photos} right.</source>
            <translation>{right} von {known} {known:Foto|Fotos} mit Label richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_view.py" />
            <source>{right} of {n} {n:suggestion was|suggestions were} right so far.</source>
            <translation>{right} von {n} {n:Vorschlag|Vorschlägen} {right:war|waren} bisher richtig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>{seen} of the {n} {n:photo|photos} {seen:was|were} used to train or check this model, so it may do worse on new photos.</source>
            <translation>{seen} von {n} {n:Foto|Fotos} {seen:diente|dienten} schon zum Training oder zur Prüfung dieses Modells. Bei neuen Fotos kann es darum schlechter sein.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/runs.py" />
            <source>{sentence}</source>
            <translation>{sentence}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/confusion_matrix.py" />
            <source>{sentence} ({p:.0%})</source>
            <translation>{sentence} ({p:.0%})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/why_connection.py" />
            <source>{sentence} Choose “Covering parts” instead.</source>
            <translation>{sentence} Wählen Sie stattdessen „Abdecken“.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_page.py" />
            <source>{severity}: {finding}</source>
            <translation>{severity}: {finding}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{share:.0%} done</source>
            <translation>{share:.0%} fertig</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{share:.1%}</source>
            <translation>{share:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{share:.1%} ({low:.0f}–{high:.0f})</source>
            <translation>{share:.1%} ({low:.0f}–{high:.0f})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail_view.py" />
            <source>{share:.1%} in validation</source>
            <translation>{share:.1%} in Validierung</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/reporting/page.py" />
            <source>{share:.1%} of {n} test {n:photo|photos} right, between {low:.1%} and {high:.1%} (95 % interval).</source>
            <translation>{share:.1%} von {n} {n:Testfoto|Testfotos} richtig, zwischen {low:.1%} und {high:.1%} (95-%-Intervall).</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>{size} freed.</source>
            <translation>{size} freigegeben.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/preferences.py" />
            <source>{size} in the cache</source>
            <translation>{size} im Zwischenspeicher</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/rail.py" />
            <source>{step} ({key}): {fact}</source>
            <translation>{step} ({key}): {fact}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/label_check.py" />
            <source>{suggested} labelled as {label}: about {n:.0f}</source>
            <translation>{suggested} mit dem Label {label}: etwa {n:.0f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{s} s</source>
            <translation>{s} s</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} belongs to another model</source>
            <translation>{tensor} gehört zu einem anderen Modell</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} contains a different kind of number</source>
            <translation>{tensor} enthält eine andere Art von Zahlen</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} has the shape {found} instead of {needed}</source>
            <translation>{tensor} hat die Form {found} statt {needed}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models/weights_file.py" />
            <source>{tensor} is missing</source>
            <translation>{tensor} fehlt</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/help_button.py" />
            <source>{term}: what is this?</source>
            <translation>{term}: Was ist das?</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/export_answers.py" />
            <source>{text} Before that, {n} {n:photo was|photos were} copied to {folder}; these copies are complete.</source>
            <translation>{text} Davor {n:wurde|wurden} {n} {n:Foto|Fotos} nach {folder} kopiert; {n:diese Kopie ist|diese Kopien sind} vollständig.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/reading/table.py" />
            <source>{text} The same is true of {n} more {n:line|lines}: {lines}.</source>
            <translation>{text} Dasselbe gilt für {n} weitere {n:Zeile|Zeilen}: {lines}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/evaluate.py" />
            <source>{text} {more}</source>
            <translation>{text} {more}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>{text} {n} got a number because another photo has the same name.</source>
            <translation>{text} {n} {n:bekam|bekamen} eine Nummer, weil ein anderes Foto denselben Namen hat.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <location filename="../../cnn_desktop/domain/jobs/export_labels.py" />
            <source>{text} {n} {n:photo|photos} could not be copied.</source>
            <translation>{text} {n} {n:Foto konnte|Fotos konnten} nicht kopiert werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/classify.py" />
            <source>{text} {n} {n:photo|photos} could not be read.</source>
            <translation>{text} {n} {n:Foto konnte|Fotos konnten} nicht gelesen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>{text} {n} {n:photo|photos} without an answer {n:was|were} left out.</source>
            <translation>{text} {n} {n:Foto|Fotos} ohne Antwort {n:wurde|wurden} ausgelassen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/export_answers.py" />
            <source>{text} {n} {n:was|were} there already.</source>
            <translation>{text} {n} {n:war|waren} schon da.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/busy.py" />
            <source>{time} left</source>
            <translation>noch {time}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{time} {model}</source>
            <translation>{time} {model}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <location filename="../../cnn_desktop/gui/labels/review_view.py" />
            <source>{tip} Key: {key}</source>
            <translation>{tip} Taste: {key}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/public_data.py" />
            <source>{title} could not be downloaded: {reason}. Check the internet connection, then try again.</source>
            <translation>{title} konnte nicht heruntergeladen werden: {reason}. Prüfen Sie die Internetverbindung, und versuchen Sie es dann erneut.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>{title} is already on this computer, in {folder}.</source>
            <translation>{title} ist schon auf diesem Computer, in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/jobs/get_dataset.py" />
            <source>{title} is now on this computer: {photos} {photos:photo|photos} in {folder}.</source>
            <translation>{title} ist jetzt auf diesem Computer: {photos} {photos:Foto|Fotos} in {folder}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{title}, {n} parameters</source>
            <translation>{title}, {n} Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>{title}, {n} parameters, {time} per photo</source>
            <translation>{title}, {n} Parameter, {time} je Foto</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/scatter.py" />
            <source>{title}: {p:.1%} right on ImageNet, {n} parameters</source>
            <translation>{title}: {p:.1%} richtig auf ImageNet, {n} Parameter</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{total:The only test photo|None of the {total} test photos} of “{true}” was {total:not classified|classified} as “{predicted}”.</source>
            <translation>{total:Das einzige Testfoto|Keines der {total} Testfotos} von „{true}“ wurde {total:nicht als|als} „{predicted}“ erkannt.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/view.py" />
            <source>{total:The only test photo|None of the {total} test photos} of “{true}” was {total:not recognised|recognised}.</source>
            <translation>{total:Das einzige Testfoto|Keines der {total} Testfotos} von „{true}“ wurde {total:nicht erkannt|erkannt}.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/class_chart.py" />
            <source>{train} training, {val} validation, {test} test</source>
            <translation>{train} Training, {val} Validierung, {test} Test</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/split_bar.py" />
            <source>{train} training, {val} validation, {test} test photos</source>
            <translation>{train} Trainings-, {val} Validierungs-, {test} Testfotos</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/view.py" />
            <source>{val:.1%}</source>
            <translation>{val:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_plot.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.0f}</source>
            <translation>{value:.0f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>{value:.0f} ms</source>
            <translation>{value:.0f} ms</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.1%}</source>
            <translation>{value:.1%}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/frame/selftest_dialog.py" />
            <source>{value:.2f} s</source>
            <translation>{value:.2f} s</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.3f}</source>
            <translation>{value:.3f}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/line_plot.py" />
            <source>{value:.3g}</source>
            <translation>{value:.3g}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{value} is not a possible number of epochs. Choose 0 to 10000.</source>
            <translation>{value} ist keine mögliche Zahl von Epochen. Wählen Sie 0 bis 10000.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/sum_panel.py" />
            <source>{what}, row {row}, column {column}: {figures}</source>
            <translation>{what}, Zeile {row}, Spalte {column}: {figures}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/fresh_row.py" />
            <source>{what}. Key: Ctrl+Enter</source>
            <translation>{what}. Taste: Strg+Eingabe</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/history_view.py" />
            <source>{what}. Reason: {why}</source>
            <translation>{what}. Grund: {why}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/photos_page.py" />
            <location filename="../../cnn_desktop/gui/kit/filtering.py" />
            <location filename="../../cnn_desktop/gui/viewer/network_page.py" />
            <location filename="../../cnn_desktop/gui/viewer/tab.py" />
            <source>{words} ({key})</source>
            <translation>{words} ({key})</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/viewer/unknown_view.py" />
            <source>{words} {n} of them for both reasons.</source>
            <translation>{words} {n} davon aus beiden Gründen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/dataset/checks_page.py" />
            <location filename="../../cnn_desktop/gui/dataset/notes.py" />
            <source>{words}: {finding}</source>
            <translation>{words}: {finding}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/kit/photo_facts.py" />
            <source>{w} × {h} pixels</source>
            <translation>{w} × {h} Pixel</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>–</source>
            <translation>–</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>“{large}” has {times} times as many photos as “{small}”, so the model may favour it. Add more photos of “{small}” if you can.</source>
            <translation>„{large}“ hat {times}-mal so viele Fotos wie „{small}“, darum bevorzugt das Modell diese Klasse vielleicht. Fügen Sie, wenn möglich, mehr Fotos von „{small}“ hinzu.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>“{layer}” has no kernels that can be shown as pictures. Choose the first convolution.</source>
            <translation>„{layer}“ hat keine Kerne, die sich als Bilder zeigen lassen. Wählen Sie die erste Faltung.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>“{layer}” has no number at channel {channel}, row {row}, column {column}. Choose one in its maps.</source>
            <translation>„{layer}“ hat keine Zahl bei Kanal {channel}, Zeile {row}, Spalte {column}. Wählen Sie eine in ihren Karten.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>“{layer}” has {n} {n:channel|channels}, counted from 0, so there is no channel {channel}. Choose a smaller number.</source>
            <translation>„{layer}“ hat {n} {n:Kanal|Kanäle}, gezählt ab 0, darum gibt es keinen Kanal {channel}. Wählen Sie eine kleinere Zahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/explain/explorer.py" />
            <source>“{layer}” makes neither maps nor single numbers, so it has no picture. Choose another layer.</source>
            <translation>„{layer}“ macht weder Karten noch einzelne Zahlen und hat darum kein Bild. Wählen Sie eine andere Schicht.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/answers/labels/check.py" />
            <source>“{name}” has only {n} {n:photo|photos}, too few to judge {n:its label|their labels}.</source>
            <translation>„{name}“ hat nur {n} {n:Foto|Fotos}, zu wenige, um {n:sein Label|ihre Labels} zu beurteilen.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <location filename="../../cnn_desktop/project/opened.py" />
            <source>“{name}” is in a folder you cannot change, so it is read-only here.</source>
            <translation>Im Ordner von „{name}“ dürfen Sie keine Dateien ändern, darum kann das Projekt hier nur angesehen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <location filename="../../cnn_desktop/project/opened.py" />
            <source>“{name}” is open in another window, so it is read-only here.</source>
            <translation>„{name}“ ist in einem anderen Fenster geöffnet und kann hier nur angesehen werden.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/state/project.py" />
            <location filename="../../cnn_desktop/project/opened.py" />
            <source>“{name}” was made by a newer version of this app, so it is read-only here. Update the app to change it.</source>
            <translation>„{name}“ wurde von einer neueren Version dieses Programms angelegt und kann hier nur angesehen werden. Aktualisieren Sie das Programm, um es zu ändern.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>“{one}” and “{other}” count as two classes, although their names are nearly the same: they differ in spaces, underscores, hyphens or full stops. If they are the same class, move their photos into one folder.</source>
            <translation>„{one}“ und „{other}“ gelten als zwei Klassen, obwohl ihre Namen fast gleich sind: Sie unterscheiden sich in Leerzeichen, Unterstrichen, Bindestrichen oder Punkten. Wenn sie dieselbe Klasse sind, verschieben Sie ihre Fotos in einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checks/classes.py" />
            <source>“{one}” and “{other}” count as two classes, although they differ only in upper and lower case. If they are the same class, move their photos into one folder.</source>
            <translation>„{one}“ und „{other}“ gelten als zwei Klassen, obwohl sie sich nur in Groß- und Kleinschreibung unterscheiden. Wenn sie dieselbe Klasse sind, verschieben Sie ihre Fotos in einen Ordner.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/check_view.py" />
            <source>“{suggested}” labelled as “{label}”: about {n}</source>
            <translation>„{suggested}“ mit dem Label „{label}“: etwa {n}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>“{text}” is not a number.</source>
            <translation>„{text}“ ist keine Zahl.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>“{text}” is not a whole number of 0 or more.</source>
            <translation>„{text}“ ist keine ganze Zahl ab 0.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/training/fields.py" />
            <source>“{text}” is too large.</source>
            <translation>„{text}“ ist zu groß.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/terminal.py" />
            <source>… and {n} more of this kind.</source>
            <translation>… und {n} weitere dieser Art.</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/terminal.py" />
            <source>… and {n} more: {reason}</source>
            <translation>… und {n} weitere: {reason}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/evaluation/tab.py" />
            <source>→ {said}</source>
            <translation>→ {said}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/labels/many_view.py" />
            <source>→ {suggested}</source>
            <translation>→ {suggested}</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>≈ {n:.0f} ms</source>
            <translation>≈ {n:.0f} ms</translation>
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/model/view.py" />
            <source>≈ {n:.1f} ms</source>
            <translation>≈ {n:.1f} ms</translation>
        </message>
    </context>
</TS>
