<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
    <context>
        <name>app</name>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;About CNN Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Another model:</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>&amp;Another photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Augmentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>&amp;Back</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>&amp;Cancel</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Choose a model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>&amp;Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>&amp;Close</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Close project</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Comparison</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>&amp;Crop at random</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Dark</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Dataset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>&amp;Done</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Drawing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Edit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>&amp;End the tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Evaluation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>&amp;Go to training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Guided tour of the sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Help</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Import a file…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>&amp;Keep training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Layers</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Left out ({n})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Light</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>&amp;Mirror left and right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>&amp;Next</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Open a folder of photos…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/drop_zone.py" />
            <source>&amp;Open a folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Open another folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Open folder…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>&amp;Photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>&amp;Pretrained</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Quit</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Recent projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Redo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/recent_card.py" />
            <source>&amp;Remove from this list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>&amp;Save the results…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Self-test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>&amp;Stop and go on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>&amp;Stop and keep the best model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Stop the running job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Theme</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Undo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>&amp;Vary the light and colours</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;View</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>&amp;Viewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>&amp;Where are they now?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>&amp;Worst photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>--top-k {value} is out of range. Choose 1 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <source>0 to 100 % of the true class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>32 maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>64 maps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>95 % interval</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/job_board.py" />
            <source>A folder is being read. Wait until it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>A good start: small, quick, comes with the app</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/service.py" />
            <source>A helper process broke off and was started again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/service.py" />
            <source>A helper process broke off while it worked on this. Try again; report it if it returns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/service.py" />
            <source>A helper process could not be started: {reason}. Install the app again if this stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/service.py" />
            <source>A helper process keeps breaking off and was not started again. Close and open the app to try anew.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>A model needs photos of at least two classes.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A network that has seen a million photos already knows edges, textures and shapes. First those layers are frozen and only a new last layer learns your classes; then all layers are trained gently together.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>A network that has seen a million photos already. It needs only a new last layer for your classes, so it learns in minutes. SimpleCNN, the course's own, starts from nothing: compare them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/train.py" />
            <source>A setting is not understood: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>A small filter slides over the picture and answers wherever it finds its pattern: an edge, a colour, a texture. The same few numbers are used everywhere, so a pattern is found wherever it lies. Many filters together make one layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/job_board.py" />
            <source>A test is running. Stop it first, or wait until it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>A training is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/job_board.py" />
            <source>A training is running. Stop it first, or wait until it is done.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>About CNN Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Accuracy</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/scatter.py" />
            <source>Accuracy against size of the models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Accuracy on ImageNet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Add photos, or put some into a folder called test, and train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>After a training this page tells how good the model is with photos it has never seen.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>All</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <source>All classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <source>All classes, {n} {n:photo|photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Another model from the timm library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>As the &amp;system</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Augmentation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Batch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size 1 cannot train {model}, whose BatchNorm layers compare photos within a batch. Choose 2 or more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Batch size {value} is out of range. Choose 1 to 4096.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Best accuracy for its size</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>Brightness, contrast and colours, up to 20 % each.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>Cancel the running job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>Change training photos a little</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>Checking the photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Checking with the validation photos, epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/session.py" />
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>Checking {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>Chosen at random, class by class. Photos added later do not change it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>Class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <source>Classes and their number of photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Confidence (softmax)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <source>Confusion matrix</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Confusion matrix (*.png)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Convolution</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Convolution 3×3, ReLU, pooling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Cop&amp;y</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Copy the message and its details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Dataset</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Deta&amp;ils</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Details</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Dismiss</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Do&amp;wnload</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Do&amp;wnload, {mb:.0f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Done in {time}: {val:.1%} of the validation photos right (epoch {best}).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/session.py" />
            <source>Downloading the weights of {model}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/download.py" />
            <source>Downloading the weights of {model} (megabytes)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample.py" />
            <location filename="../../cnn_desktop/gui/project_desk.py" />
            <source>Drawing the sample photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample.py" />
            <source>Drawing the sample photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>Drop a folder of photos first: photos are classified once a model is trained.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/drop_zone.py" />
            <source>Drop a folder of photos here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Drop a folder of photos here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Drop a folder of photos on a window, get an image classifier you can trust. Everything happens on this computer: no photo and no model leaves it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/start.py" />
            <source>Drop a folder of photos, train a model that tells them apart, and see how far you can trust it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Drop any photo here to see what the model makes of it, and how sure it is. That was the tour: drop a folder of your own photos on the window to begin.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Each folder is a class. The bars show how many photos each class has; about 15 in 100 are kept aside for a fair test at the end. A few photos of the sample have wrong labels, as real ones do.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each row is a true class, each column what the network said. Right answers lie on the diagonal; a strong field beside it shows which two classes are taken for each other.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Each time a training photo is used it is changed a little: mirrored, cropped, brightened. The network sees more variety and learns what does not matter. Validation and test photos are never changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Epoch {epoch} of {epochs}: loss {loss:.3f}, {val:.1%} of the validation photos right, {s:.0f} s.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Epoch {epoch} of {epochs}: the loss is no longer a number. Choose a smaller learning rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Evaluation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Every input is joined to every output with a weight of its own. This is where the found patterns are added up into one number for each class, and where most of a simple network's parameters are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Everything works on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>F1</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Fast baseline</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Features</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/left_out_list.py" />
            <source>File</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/left_out_list.py" />
            <source>Files left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>For phones and small devices</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Freezing (transfer learning)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>From &amp;scratch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>From scratch, without weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>From the timm library</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Fully connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Fully connected layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Fully connected, ReLU</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/run_desk.py" />
            <source>Getting ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Go to Training and press Train; it takes about a minute. The tour waits.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>Going on in epoch {epoch} of {epochs}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Going on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Guided tour</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Guided tour · {n} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>How far the weights move at each correction. Too small, and the training takes forever; too large, and it jumps over the best place again and again. 0.001 is a good start for a new layer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>If they are on a drive that is not plugged in, plug it in and open the project again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Image size {value} is out of range: the models need at least 32 pixels and take at most 1024. 224 is usual.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>ImageNet weights that come with the app</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Import a weights file</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Import a weights file for this model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Included</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>It stands on the work of others</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Its pretrained weights are not on this computer yet. Get them, or it starts from nothing; EfficientNet-Lite0 comes with its own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>Keeps 70 to 100 % of the area.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>L&amp;anguage</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <source>Layer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <source>Layers of the chosen model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Learning rate</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Learning rate {value} cannot train anything. Choose a number above 0 and up to 10, for example 0.001.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Licence of the weights: {licence}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Licences of what this app stands on</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Longest pause of the window while training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>Looking for a graphics card…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Looking inside the model…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/message_bar.py" />
            <source>Messages</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>Most often taken for another: “{true}” for “{predicted}”, {n} of {total} photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <source>Name</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>Nine examples of a changed photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>No epochs to train. Choose at least one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>No hash is known for {file}. Its SHA-256 is {digest}; it is recorded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>No photos here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>None</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/evaluate.py" />
            <source>None of the {n} photos to test could be read. Check that their folder is still there: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/job.py" />
            <source>None of the {n} training photos could be read. Check that their folder is still there: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/job.py" />
            <source>None of the {n} validation photos could be read. Check that their folder is still there: {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>None of the {n} {n:file|files} in {folder} can be used: {file} is left out because {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/augmentation_preview.py" />
            <source>Not for text, signs or left and right hands.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Nothing is trained yet.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Number format</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>One epoch means that every training photo has been looked at once. After each epoch the validation photos tell whether the network still gets better.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>One folder at a time: {folder} is opened.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>One folder for each class, named after it. The photos stay where they are and are never changed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/drop_zone.py" />
            <source>One folder inside it for each class, named like the class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>Open a &amp;project…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>Open a folder of photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/session.py" />
            <source>Open a folder of photos first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>Open a project (a folder whose name ends in .cnnproj)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>Open the &amp;sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/project_desk.py" />
            <source>Opening {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/drop_zone.py" />
            <source>Opens six classes of drawn photos that come with the app</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Optimiser</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <source>Output</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Overfitting</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>Paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Paused.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>Photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Photos go through the network in small groups. After each group the weights are corrected once, by the average mistake of the group. Larger batches are steadier and need more memory.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Photos of the small test right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Photos of “{name}”, the surest mistakes first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Photos with what the model said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Picture and filter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Pooling makes the picture smaller: of each two by two numbers only the largest is kept. What was found stays, its exact place is forgotten, and the next layer has a quarter of the work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>Precision</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision and recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>Precision and recall of each class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Precision: of the photos the network called glass, how many are glass. Recall: of the photos that are glass, how many it found. F1 is high only when both are.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <source>Predicted class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Press Test: now the photos kept aside are used, once. Look at the worst ones first; on the sample some of them turn out to be labelled wrong, not classified wrong.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>Pretrained weights for {model} are not on this computer. Import a weights file, download them, start from scratch (weights none), or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>Progress of the running job</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>Read the folder &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tab_wiring.py" />
            <source>Reading photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Reading the photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/project_desk.py" />
            <source>Reading {name}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <source>Recall</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/start.py" />
            <source>Recent projects</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Report (*.html)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Save the results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Search the timm library, for example convnext tiny</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Seed {value} is out of range. Choose 0 to 4294967295.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Self-test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Set up the &amp;training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Share of ImageNet's photos the pretrained network classifies right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/menus.py" />
            <source>Show the &amp;log folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Simple and large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/architecture_drawing.py" />
            <source>SimpleCNN: {shapes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/background.py" />
            <source>Something unexpected went wrong ({error}). What was saved is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/child.py" />
            <source>Something unexpected went wrong ({error}). What was saved is kept; try again, and report it if it returns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/guard.py" />
            <source>Something unexpected went wrong ({error}). Your photos and projects are safe; if it happens again, copy the details and report them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Split</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>St&amp;op</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/start.py" />
            <source>Start page</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Starts from nothing: needs many photos and much longer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Starts from what it learned on a million photos, so a few dozen of yours for each class are enough.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/rail.py" />
            <source>Steps</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>Stop the training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Stopped after {epochs} {epochs:epoch|epochs}. The best model so far is kept: {val:.1%} of the validation photos right.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/run_desk.py" />
            <source>Stopped before it began.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>Stopped before the first epoch was done, so there is no model yet. Resume to go on from here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>Strong general purpose</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>T&amp;est</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Table of photos (*.csv)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/split_bar.py" />
            <source>Test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Test &amp;again</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Test again on {n} {n:photo|photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>Test on {n} {n:photo|photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <location filename="../../cnn_desktop/learning/evaluate.py" />
            <source>Testing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Testing: opening a window, training, classifying…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>The checkpoint in {folder} is of another training ({model}, {size} pixels, {n} classes). Start afresh, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The class folders were found one level down, in {folder}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The class “{name}” has no training photos, so the model cannot learn it. Add some to its train folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>The class “{name}” has only {n} {n:photo|photos}, too few to train, check and test with. Add some: 20 are a start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>The course's own network, from scratch: to learn with</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>The device mps cannot be used: {reason}. Choose auto.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>The device {device} cannot be used: {reason}. Choose auto or cpu.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The disk is full: the project {folder} could not be saved. Free some space, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>The disk is full: {file} could not be saved. Free some space or choose another folder, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/projects.py" />
            <source>The disk is too full: this training may need {need} MB in {folder}, and {free} MB are free. Free some space, then train.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The folder {folder} could not be read: {reason}. Check the disk, then open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The folder {folder} is empty. Choose one that holds one folder of photos for each class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>The folder “{name}” holds no usable photo, so there is no such class. Add photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>The folder “{path}” holds no photos. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>The language changes at the next start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>The layers of this model could not be listed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/light_jobs.py" />
            <source>The light child cannot do “{command}”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>The list of photos in {folder} is damaged. Train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/settings.py" />
            <source>The list of recent projects could not be read, so it starts empty. The projects themselves are untouched.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/saved.py" />
            <source>The model in {folder} is damaged. Train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/demo.py" />
            <source>The model is trained, but the picture of the window could not be drawn: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The name of the folder {folder} holds bytes that are no letters. Rename it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>The name of {file} does not say which model it is for. Add --model NAME, for example --model resnet18.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network begins to learn the training photos by heart: they get better and better, the validation photos get worse. The best epoch is the one before that, and it is the one this app keeps. More photos and augmentation help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network gives each class a score; softmax turns the scores into shares that add up to 100 %. A high share means “more like this class than the others”, not “certainly right”: a photo of something quite different also gets a class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The network learns from the training photos. The validation photos check it after each epoch. The test photos stay unseen until the end, so that they can tell how good it will be with new photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>The network that learns your classes. The first one is a good choice for most photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The outer folders, such as “{outer}”, are taken as the classes. If the classes are the folders inside them, such as “{inner}”, open {folder} instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>The photos are not at {folder} any more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>The photos lie directly in {folder}. Put them into one folder for each class, named after the class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} could not be created: {reason}. Choose another place.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} could not be opened or saved. Check its permissions, or copy it to a folder of your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} could not be read or saved: {reason}. Check the disk, then open it again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} could not be read: {reason}. Check its permissions and the disk.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} holds no photos yet. Add a folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} is damaged and was left as it is. Restore it from a backup, or open the folder of photos again under a new name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>The project {folder} is in use by another window. Close that one, then try again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/schema.py" />
            <source>The project {folder} was made by a newer version of this app. Update the app to open it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/schema.py" />
            <source>The project {folder} was made by an older version of this app. Open it once in the window.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The rule that turns mistakes into corrections. SGD takes plain steps downhill; Adam gives each weight a step size of its own and usually arrives sooner. AdamW also keeps the weights small.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample.py" />
            <source>The sample could not be saved in {folder}: {reason}. Free some space, or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The sample is being drawn; a few seconds.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>The self-test could not be started.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>The self-test found something that does not work.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>The self-test is running</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The settings are good as they are: press Train. The curves show how well the photos it learns from, and those it never learns from, are told apart. When the two part, it learns by heart: overfitting.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/settings.py" />
            <source>The settings could not be read, so the window starts as new. The old file is kept as {file}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>The share of a well-known set of photos in 1,000 classes for which the network's first guess is right. It tells how good a network's eyes are before it has seen your photos; on few, easy classes all do better.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/thumbnails.py" />
            <source>The small picture of {file} could not be saved in {folder}: {reason}. Free some space, or choose another cache folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/catalog.py" />
            <source>The smallest</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>The split is the folder's own: it came with train, validation and test folders.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test could not be started: {reason}. Install the app again if this stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test process crashed ({name}). Test again; report it if it returns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test process ended before its work was done (exit code {code}). Test again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test process was ended by the system, most likely because memory ran out. Close other programs and test again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test process wrote something this window does not understand. Test again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/report.py" />
            <source>The test report {file} could not be read. Test again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The test was stopped. Nothing was saved.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>The training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training could not be started: {reason}. Install the app again if this stays.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>The training ended early: the loss is no longer a number. Choose a smaller learning rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>The training is still running.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>The training led nowhere: the loss is not a number. Choose a smaller learning rate.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/checkpoint.py" />
            <source>The training needs {needed:.1f} GB in {folder}, but only {free:.1f} GB are free. Free some space or choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training process crashed ({name}). The best model so far is kept; train again, and report it if it returns.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training process ended before its work was done (exit code {code}). The best model so far is kept; train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training process was ended by the system, most likely because memory ran out. Choose a smaller batch size and train again; the best model so far is kept.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training process wrote something this window does not understand. The best model so far is kept; train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/jobs/outcome.py" />
            <source>The training was stopped. The best model so far is kept, if an epoch was finished.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>The weights of {model} are now on this computer.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>The weights of {model} come with the app, nothing is to be downloaded.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/download.py" />
            <source>The weights of {model} could not be downloaded ({reason}). Check the network, import a weights file, or choose EfficientNet-Lite0, whose weights come with the app.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/child.py" />
            <source>The window sent something this version does not understand.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/run_desk.py" />
            <source>The window was closed.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>There are no photos in {folder}. Choose a folder that holds one folder of photos for each class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>There are no photos to read in {folder}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>There are no test photos, so the finished model cannot be tested on photos it has never seen. Add a test folder to measure it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>There are no training photos in {folder}. Add some to its train folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>There are no validation photos, so {n} of the training photos check the training instead.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>There is no device “{device}”. Choose auto, cpu or cuda.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>There is no device “{device}”. Choose auto, cpu, cuda or cuda:1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/predict.py" />
            <source>There is no file or folder “{path}”. Check the name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no folder or project “{word}”. Check the name, or type “cnn-desktop --help”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>There is no folder {folder}. Check its name, or choose another.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models.py" />
            <source>There is no model called “{model}”. Choose one from the list, or timm:NAME.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>There is no model called “{model}”. Choose one from the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/weights.py" />
            <source>There is no model called “{model}”. See: cnn-desktop weights list</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>There is no model called “{name}”. Choose one from the list.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>There is no project in {folder}. Check its name, or open the folder of photos again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/session.py" />
            <source>There is no trained model to test yet. Train one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/session.py" />
            <source>There is no trained model yet. Train one first.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>There is no verb “{word}”, and no such folder. Did you mean “{near}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/verbs/child.py" />
            <source>There is not enough memory for this. Close other programs or choose a smaller batch size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/steps.py" />
            <source>There is not enough memory on {device} for {photos} photos of {size} pixels at a time. Choose a smaller batch size or image size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>These test photos have been looked at once.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>These test photos have been looked at {n} times.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>These test photos have been looked at {n} times: choosing by them makes the result look better than it is.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>They were set aside before the training. Test when you have settled on a model: each look at them makes them a little less telling.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>This network starts from nothing. It is here to learn with; expect it to need many photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>This training has no test photos.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>To get</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>Train a model first, then drop photos to see what it makes of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <location filename="../../cnn_desktop/gui/widgets/split_bar.py" />
            <source>Training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>Training on several GPUs at once ({device}) is not possible yet. Choose one, for example cuda:0.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Training the new last layer, epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Training the whole network, epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>Training {model} on {device} with {train} photos of {classes} classes; {val} photos check it after each epoch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>Training, validation and test photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <source>True class</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/drop_zone.py" />
            <source>Try the &amp;sample</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Used for</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/split_bar.py" />
            <source>Validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Version</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>Version {version} · MIT licence</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>Viewer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>Weight decay {value} is out of range. Choose a number from 0 to 1.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>Weights</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>Weights (*.safetensors *.pth *.pt *.bin)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Weights are on this computer</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Weights come with the app</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Weights to get</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>Weights to get, {mb:.0f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/start.py" />
            <source>Welcome to CNN Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/teach.py" />
            <source>What is this: {term}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>What to show</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>When it is stopped, the best model so far is kept, and you can go on with it later.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Where are the photos now?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>Where it was found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <source>Which photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/left_out_list.py" />
            <source>Why it is left out</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Window busy while training, 99 % of the time below</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/selftest_dialog.py" />
            <source>Window shown after</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>With other test photos the share of right answers would be a little different. In 95 of 100 such tests the interval holds the true share. More test photos make it narrower.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>You may not open the folder {folder}. Change its permissions, or copy the photos to a folder of your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tour.py" />
            <source>Your own photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>and 997 more</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>another file has the same name, written with other Unicode letters. Rename one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>batches of 4 photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>best epoch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>between {low:.1%} and {high:.1%}, {photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>both</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>brighter</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>called glass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>called {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>checks</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>chosen by you</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>cropped</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>digits</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>downloaded by torchvision earlier</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>drop photos to classify</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>epoch {epoch} of {epochs}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>epoch {epoch} of {epochs} · {time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>every photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>files and settings</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/topics.py" />
            <source>float32 spends 32 bits on each number, bfloat16 only 16, with the same range and fewer digits. Training in bfloat16 can be faster on newer processors and graphics cards. Every result shown is computed in float32.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>from the file {file}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>glass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>good</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>imported from {source}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>is glass</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>it has no label in line {line}. Add one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>it has {size:.0f} megapixels, more than the {most:.0f} this app reads. Save it in a smaller size.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>it is a link to something that is not there. Delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>it is damaged or cut off. Copy it again from where it came from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>it is no longer there. Put it back, or open the folder again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>it is not a file. Delete it, or choose a photo.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>it is not a photo this app reads. Save it as JPEG or PNG if it should be used.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>it is not a photo, though its name says so. Delete it, or save it as JPEG or PNG.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>it lies in no class folder. Move it into the folder of its class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>its name holds bytes that are no letters in UTF-8. Rename it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>judges</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>knows already</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>lake</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>learns</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>metal</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>mirrored</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/start.py" />
            <source>missing: moved, deleted or on a drive that is not connected</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>models</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>mountain</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>needs a trained model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>needs photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>network</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>no NVIDIA card found</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>no photos yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>no usable NVIDIA card: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/fit.py" />
            <source>none: from scratch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>none: trained from scratch</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>not assigned</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>not on this computer; download of {size:.0f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>not tested yet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>on {n} {n:photo|photos} never used for training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>on {n} {n:photo|photos} of {folder}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>once</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>open a folder</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <source>paper</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/scatter.py" />
            <source>parameters (1 M is a million)</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>paused</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>photo</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>plots</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>range</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>reading photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>reading photos…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>ready</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>right, {p:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>share right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>sign</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>splits and figures</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>starting…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>stopping…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>testing…</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the Apple GPU computes wrong results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the Apple GPU does not work: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the Apple GPU works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the NVIDIA card computes wrong results</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the NVIDIA card does not work: {error}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the NVIDIA card works</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>the NVIDIA driver is too old for this PyTorch; update the driver to use the card</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>the bundled weights, trained on ImageNet</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>the command line</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>the disk reports “{reason}”. Check the disk, or copy the photo again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>the file is empty. Copy it here again, or delete it.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>the network said</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <source>the window</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>there is not enough memory for it. Save it in a smaller size, or close other programs.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>this build of PyTorch is for the CPU only</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>this computer has no Apple GPU that PyTorch can use</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/device.py" />
            <source>this computer has {n} NVIDIA {n:card|cards}, counted from 0</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/listing.py" />
            <source>this folder is none of train, val and test. Move it elsewhere, or into one of them.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models.py" />
            <source>timm has no model called “{model}”. Did you mean “{near}”?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/start.py" />
            <source>today</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too large</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>too small</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/about.py" />
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>training</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>true</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_training.py" />
            <source>validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>valley</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/start.py" />
            <source>yesterday</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>you may not read it. Change its permissions, or copy it to a folder of your own.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{accuracy:.1%} of {n} photos right, between {low:.1%} and {high:.1%} (95 % interval).</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/start.py" />
            <source>{day} · {share:.1%} in the test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/start.py" />
            <source>{day} · {share:.1%} in validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>{device}: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{doing}: {done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/busy.py" />
            <source>{done} of {total}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/decode.py" />
            <source>{file} cannot be read: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>{file} could not be read. Open the folder again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} could not be read: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} could not be read: {reason}. Choose another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: you may not write to this folder. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/files.py" />
            <source>{file} could not be saved: {reason}. Choose another folder.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} does not exist. Choose the weights file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} does not fit {model}: {detail}. Choose the model these weights were made for, or another file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} gives several labels to one photo in line {line}; this app takes one label a photo. Keep the one that fits best.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{file} has a setting this app does not understand: {reason}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} has the split “{split}” in line {line}. Write train, val or test.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} holds no table of weights. Save the model's state_dict(), or use a .safetensors file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} holds program code or objects beside weights, so it was not opened. Save the model's state_dict(), or use a .safetensors file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} is damaged or not complete. Get the file again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/checkpoint.py" />
            <location filename="../../cnn_desktop/learning/storage.py" />
            <source>{file} is damaged. Delete it to train from the start.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{file} is left out: {reason}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/storage.py" />
            <source>{file} is missing or damaged. Train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/photos.py" />
            <source>{file} is missing, so the photos of this run are not known. Train again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/wiring.py" />
            <source>{file} is neither a folder nor a photo this app can read.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} is no proper CSV in line {line}: {reason}. Mend that line.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} is no weights file this app can read. Choose a .safetensors, .pth or .pt file.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/scan.py" />
            <source>{file} is not a folder. Choose the folder that holds one folder of photos for each class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{file} is not the file it claims to be: its hash starts with {digest}, {where} says {expected}. Get the file again, or remove the hash there if it is not meant as one.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>{file} is not the file that came with the app. Install the app again.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} is not written in UTF-8. Save it as “CSV UTF-8”.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/table.py" />
            <source>{file} must have the columns path and label in its first line; it has {columns}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>{file}: {label}, called {said}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>{file}: {label}, recognised with {p:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{file}: {name}, {p:.1%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>{folder} does not hold this project's photos, for example {photo}. Choose the folder that does.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/photos.py" />
            <source>{folder} has no photo left to check the training with. Add at least two photos to a class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/evaluate.py" />
            <source>{folder} has no test photos. Choose a folder of photos to test on.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/photos.py" />
            <source>{folder} has too few photos for training. Add more photos to each class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/run.py" />
            <source>{folder} holds no trained model. Choose the folder of a finished training.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/sample.py" />
            <source>{folder} holds other files. Choose a new folder for the sample.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>{folder} holds photos of one class only, “{name}”. At least two classes are needed: add a folder of photos for each further class.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/photos.py" />
            <source>{folder} holds photos of one class only. Add a second folder of photos to tell it from.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/evaluate.py" />
            <source>{folder} holds photos of “{strange}”, a class this model does not know. It knows: {classes}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/store.py" />
            <source>{folder} is a project already. Open it, or choose another name.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{h} h {min} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>{mb:.0f} MB</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/cli.py" />
            <source>{message}. Type “{program} --help” to see what is possible.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{min} min</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models.py" />
            <source>{model} cannot work with photos of {size} pixels. Try image size 224.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights.py" />
            <source>{model} has no pretrained weights: it is trained from scratch.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/models.py" />
            <source>{model} is not a classifier of photos. Choose another model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>{n:.1f} M</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>{name}, {label}, {split}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <source>{name}, {n} {n:photo|photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>{name}, {p:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/notes.py" />
            <source>{note} And {n} more.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <location filename="../../cnn_desktop/gui/widgets/layer_table.py" />
            <location filename="../../cnn_desktop/gui/widgets/split_bar.py" />
            <source>{n}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <location filename="../../cnn_desktop/gui/widgets/scatter.py" />
            <source>{n} M</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>{n} layers, {p} parameters with your classes</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>{n} of {total} photos of “{true}” were called “{predicted}”</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>{n} {n:photo is|photos are} above 120 megapixels and read at a smaller size: {names}.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>{n} {n:photo waits|photos wait} to judge the model.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/dataset.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <source>{n} {n:photo|photos}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/evaluation.py" />
            <source>{n} {n:photo|photos} wrong, the surest mistakes first</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/teach/draw_measuring.py" />
            <location filename="../../cnn_desktop/gui/teach/draw_network.py" />
            <location filename="../../cnn_desktop/gui/widgets/class_table.py" />
            <location filename="../../cnn_desktop/gui/widgets/scatter.py" />
            <source>{p:.0%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/model_table.py" />
            <source>{p:.1%}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/evaluation.py" />
            <source>{p:.1%} right</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/events.py" />
            <source>{photos} {photos:photo|photos} in {classes} classes, {skipped} left out.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>{photos} {photos:photo|photos} in {classes} {classes:class|classes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>{photos} {photos:photo|photos} · {classes} {classes:class|classes}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>{project} (open in another window) – CNN Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/window.py" />
            <source>{project} – CNN Desktop</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>{rate:.1f} photos/s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/job_bar.py" />
            <source>{rate:.1f} photos/s · {time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/busy.py" />
            <source>{rate} a second</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/confusion_matrix.py" />
            <source>{sentence} ({p:.0%})</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>{share:.1%} in validation</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/rail.py" />
            <source>{share:.1%} ± {margin:.1f}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/rail.py" />
            <source>{step} (Ctrl+{number}): {fact}</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/message.py" />
            <source>{s} s</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{tensor} belongs to another model</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{tensor} is missing</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/learning/weights_file.py" />
            <source>{tensor} is {found} there, {needed} here</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/teach.py" />
            <source>{term}: what is this?</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/busy.py" />
            <source>{time} left</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/tabs/model.py" />
            <source>{title}, {n} parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/scatter.py" />
            <source>{title}: {p:.1%} right on ImageNet, {n} parameters</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/class_chart.py" />
            <source>{train} training, {val} validation, {test} test</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/widgets/split_bar.py" />
            <source>{train} training, {val} validation, {test} test photos</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/domain/config.py" />
            <source>{value} epochs is out of range. Choose 0 to 10000.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/model.py" />
            <source>–</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/present/dataset.py" />
            <source>“{large}” has {times} times as many photos as “{small}”: the model may prefer it. More photos of “{small}” help.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/gui/project_desk.py" />
            <source>“{name}” is open in another window, so it can only be looked at here.</source>
            <translation type="unfinished" />
        </message>
        <message>
            <location filename="../../cnn_desktop/dataset/checking.py" />
            <source>“{one}” and “{other}” are kept as two classes, though they differ only in upper and lower case. If they are one class, move their photos into one folder.</source>
            <translation type="unfinished" />
        </message>
    </context>
</TS>
