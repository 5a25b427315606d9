"""What is measured and chosen on this computer: device, precision, cut, compiling."""
